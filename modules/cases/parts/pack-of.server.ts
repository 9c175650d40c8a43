import type { Tx } from '../../db/transaction.server.ts'
import type { Pack } from '../../packs/pack.ts'
import type { OpenConcern } from '../../safeguarding/find-concern.server.ts'
import { inWords, nameOf } from '../../safeguarding/marks.ts'
import { sayLine } from '../../safeguarding/say-line.ts'
import { dangers } from '../../safeguarding/states.ts'
import { levels, stateWords } from '../../safeguarding/steps.ts'
import type { OpenCase } from '../find-case.server.ts'

type Made = { madeAt: Date; madeBy: string; receiptLink: string | null }
const erased = 'This text was erased.'

/** A case as a pack: what this viewer was shown of it, line by line, with what each link was made of. */
export async function packOf(tx: Tx, concern: OpenConcern, now: OpenCase, { madeAt, madeBy, receiptLink }: Made): Promise<Pack> {
  const { concernId, chronology } = concern
  const links = await tx.$queryRaw<(Pack['chronology'][number]['link'] & { number: number; organisationId: string; phone: string | null })[]>`
    SELECT number, e.id, e.kind, coalesce(e."byId"::text, '') AS "byId", (extract(epoch FROM e.at) * 1000)::float8 AS ms, e.facts::text AS facts, encode(sha256(coalesce(e.words, '')), 'hex') AS "wordsHash", encode(e.hash, 'hex') AS hash,
      e."organisationId", (SELECT o.phone FROM "Organisation" o WHERE o.id = e."organisationId") AS phone
    FROM "ChronologyEntry" e WHERE e."concernId" = ${concernId}::uuid AND number <= ${chronology.length} ORDER BY number`
  const transferred = chronology.find(({ id }) => id === now.transfer?.id)
  return {
    format: 'belay-case-pack', version: 1, madeAt: madeAt.toISOString(), madeBy,
    setting: { name: concern.organisationName, phone: links[0]!.phone, timeZone: now.timeZone },
    handedOn: now.transfer && transferred ? { at: now.transfer.sentAt.toISOString(), receiptBy: now.transfer.receiptBy, says: transferred.says, receiptLink } : null,
    concern: {
      raisedAt: concern.raisedAt.toISOString(), raisedBy: concern.raisedByName ?? concern.mentee?.ownName ?? concern.mentee?.birdName ?? 'a mentee', danger: dangers.find(({ value }) => value === concern.danger)!.short,
      isAboutAdult: concern.isAboutAdult, isAboutMentoring: concern.isAboutMentoring, who: concern.who ?? erased, what: concern.what ?? erased,
      level: levels.find(({ value }) => value === now.level)?.label ?? null, state: stateWords[now.state], lookedAfterBy: now.holderName, kinds: now.categories.map(({ label }) => label), keptFrom: concern.keptFromNames,
    },
    chronology: chronology.map((line, index) => {
      const { id, kind, byId, ms, facts, wordsHash, hash } = links[index]!
      return {
        number: line.number, at: line.at.toISOString(), says: sayLine(line), byName: line.byName, isStruck: line.isStruck, parts: line.says,
        marks: line.marks.map((mark) => ({ place: nameOf(mark), words: inWords(mark) })), link: { id, kind, byId, ms, facts, wordsHash, hash },
      }
    }),
    actions: now.actions.map(({ what, ownerName, dueOn, end }) => ({ what: what ?? erased, owner: ownerName ?? 'somebody who has left', dueOn, end })),
    chain: { concernId, organisationId: links[0]!.organisationId, length: chronology.length, head: links.at(-1)!.hash },
  }
}
