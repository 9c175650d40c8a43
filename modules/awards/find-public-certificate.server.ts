import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { countTry } from '../identity/tries.server.ts'
import { markTyped } from './addresses.ts'
import { standingOf, type AwardKind } from './states.ts'

type Row = { title: string; kind: AwardKind; awardedAt: Date; goodUntil: Date | null; takenBackAt: Date | null; issuer: string; isTheName: boolean }

/** The certificate whose address somebody has before them, for anybody who holds the paper. It says no name; it says whether the name they read there is the one it was made out to. */
export async function findPublicCertificate({ mark, name = '' }: { mark: string; name?: string }, { address }: { address: string }) {
  await countTry('badge', name ? 'name' : 'paper', address)
  const [row] = await atTheDoor('verify a badge', (tx) => tx.$queryRaw<Row[]>`SELECT * FROM app.public_certificate(${markTyped(mark)}, ${name})`)
  if (!row) return null
  const { isTheName, ...certificate } = row
  return { ...certificate, mark: markTyped(mark), standing: standingOf(row, now()), isTheName: name.trim() ? isTheName : null }
}
