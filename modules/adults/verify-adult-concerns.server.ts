import { createHash } from 'node:crypto'
import type { AdultSharer } from '#prisma/generated/client.ts'
import { asSystem } from '../db/as-system.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { digest } from '../safeguarding/digest.server.ts'
import { walkChain, type Line } from '../safeguarding/fold-lines.server.ts'
import { verifyAdultKeys } from './parts/verify-adult-keys.server.ts'
import { whatLinesSay, type AdultFacts } from './parts/what-lines-say.ts'

/** `brokenAt`: the line that is not what was written, or whose row is not. */
export type AdultVerdict = { adultConcernId: string; isWhole: boolean; isDestroyed: boolean; brokenAt: number | null; why: string | null }

/** Goes through the record of every concern about an adult, and through the rows that hang on it, and says whether it is whole; if not, the first thing that is not what was written. */
export const verifyAdultConcerns = (): Promise<AdultVerdict[]> => asSystem('verify the concerns about adults', async (tx) => {
  const ids = await tx.adultConcern.findMany({ select: { id: true, destroyed: { select: { at: true } } }, orderBy: { id: 'asc' } })
  const verdicts: AdultVerdict[] = []
  for (const { id, destroyed } of ids) {
    const trouble = await verifyOne(tx, id)
    verdicts.push({ adultConcernId: id, isWhole: !trouble, isDestroyed: destroyed !== null, brokenAt: trouble?.brokenAt ?? null, why: trouble?.why ?? null })
  }
  return verdicts
})

type Trouble = { brokenAt: number; why: string }

/** The first line holds a salted digest of who it was, and of who told them. */
const isWhoSharedIt = (sharer: AdultSharer, first: AdultFacts) =>
  first.sharer === salted(sharer, sharer.personId ?? sharer.menteeId ?? '') && (first.isApart ?? false) === sharer.isApart && first.toldBy === sealed(sharer.toldBy)
const salted = ({ salt }: AdultSharer, text: string) => createHash('sha256').update(`${salt}|${text}`).digest('hex')
const sealed = (bytes: Uint8Array | null) => (bytes ? digest(bytes) : undefined)

async function verifyOne(tx: Tx, id: string): Promise<Trouble | null> {
  const found = await tx.adultConcern.findUniqueOrThrow({ where: { id }, include: { head: true, sharer: true, keptFrom: true, told: true, climbs: true, origin: true, destroyed: true } })
  const { head, sharer } = found
  if (!head || (!sharer && !found.destroyed)) return { brokenAt: 1, why: 'There is no record at all.' }
  const lines = await tx.$queryRaw<Line[]>`
    SELECT id, number, "organisationId", kind, "byId", (extract(epoch FROM at) * 1000)::bigint AS ms, facts::text AS facts, words, hash FROM "AdultLine" WHERE "adultConcernId" = ${id}::uuid ORDER BY number`
  const chain = walkChain(lines, id, head)
  if (chain) return chain
  const said = lines.map((line) => ({ ...line, facts: JSON.parse(line.facts) as AdultFacts }))
  const first = said[0]?.facts
  if (!first || said[0]!.kind !== 'raised' || first.danger !== found.danger || first.who !== sealed(found.who) || first.child !== sealed(found.child) || first.what !== sealed(found.what) || (first.concernId ?? null) !== found.concernId || found.sharedAt.getTime() !== Number(lines[0]!.ms)) return { brokenAt: 1, why: 'What was handed on is not what was written.' }
  const place = lines[0]!.organisationId
  if ([found, head, sharer, found.destroyed, found.origin, ...found.keptFrom, ...found.told, ...found.climbs].some((row) => row && row.organisationId !== place)) return { brokenAt: 1, why: 'It is not of the setting to which it was handed on.' }
  if (sharer && !isWhoSharedIt(sharer, first)) return { brokenAt: 1, why: 'Who handed it on is not who it was.' }

  const stands = whatLinesSay(said)
  const wrong = (['state', 'weight', 'aboutId', 'holderId'] as const).find((one) => stands[one] !== head[one])
  if (wrong) return { brokenAt: lines.length, why: 'Where it stands is not what the lines say.' }
  const rows = [
    [stands.keptFrom, found.keptFrom.map(({ personId }) => personId), 'Whom it is kept from is not what the lines say.'],
    [stands.origin, found.origin ? [`${found.origin.kind}:${found.origin.source}`].map((said) => (sharer?.isApart ? salted(sharer, said) : said)) : [], 'Where it comes from is not what the lines say.'],
    [stands.told, found.told.map(({ personId, rung, at }) => `${personId} ${rung} ${at.getTime()}`), 'Who was told is not what the lines say.'],
    [stands.climbs, found.climbs.map(({ clock, rung, episode, at }) => `${clock} ${rung} ${episode} ${at.getTime()}`), 'Which clocks ran out is not what the lines say.'],
  ] as const
  const apart = rows.find(([expected, there]) => [...expected.keys()].sort().join() !== [...new Set(there)].sort().join())
  if (!apart) return await verifyAdultKeys(tx, id, lines.length)
  const [expected, there, why] = apart
  // The line whose row is missing; for a row that no line speaks of, the newest.
  return { brokenAt: [...expected].find(([key]) => !there.includes(key))?.[1] ?? lines.length, why }
}
