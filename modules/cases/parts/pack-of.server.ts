import type { Tx } from '../../db/transaction.server.ts'
import type { Pack } from '../../packs/pack.ts'
import type { OpenConcern } from '../../safeguarding/find-concern.server.ts'
import { inWords, nameOf } from '../../safeguarding/marks.ts'
import { sayLine } from '../../safeguarding/say-line.ts'
import { dangers } from '../../safeguarding/states.ts'
import { answers } from '../../safeguarding/referral-parts.ts'
import { levels, stateWords } from '../../safeguarding/steps.ts'
import type { OpenCase } from '../find-case.server.ts'

type Made = { lineId: string; salt: string; madeAt: Date; madeBy: string; receiptLink: string | null }
const erased = 'This text was erased.'

/** What of a case its words are: what was raised, and every line. */
export const linesOf = ({ who, what, chronology }: OpenConcern) => ({ who: who ?? erased, what: what ?? erased, lines: chronology.map((line) => ({ number: line.number, says: sayLine(line), parts: line.says })) })

/** A case as a pack, up to the line that says it was made: what this viewer was shown of it, line by line, with what each link was made of. */
export async function packOf(tx: Tx, concern: OpenConcern, now: OpenCase, { lineId, salt, madeAt, madeBy, receiptLink }: Made): Promise<Pack> {
  const { concernId } = concern
  const chronology = concern.chronology.slice(0, concern.chronology.findIndex(({ id }) => id === lineId) + 1)
  const { who, what, lines } = linesOf(concern)
  const links = await tx.$queryRaw<(Pack['chronology'][number]['link'] & { number: number; organisationId: string; phone: string | null })[]>`
    SELECT number, e.id, e.kind, coalesce(e."byId"::text, '') AS "byId", (extract(epoch FROM e.at) * 1000)::float8 AS ms, e.facts::text AS facts, encode(sha256(coalesce(e.words, '')), 'hex') AS "wordsHash", encode(e.hash, 'hex') AS hash,
      e."organisationId", (SELECT o.phone FROM "Organisation" o WHERE o.id = e."organisationId") AS phone
    FROM "ChronologyEntry" e WHERE e."concernId" = ${concernId}::uuid AND number <= ${chronology.length} ORDER BY number`
  const factsOf = links.map(({ kind, facts }) => ({ kind, ...(JSON.parse(facts) as { number?: number; referralId?: string }) }))
  const struck = new Set(factsOf.flatMap(({ kind, number }) => (kind === 'struck' ? [number] : [])))
  const transferred = chronology.find(({ id }) => id === now.transfer?.id)
  return {
    format: 'belay-case-pack', version: 1, madeAt: madeAt.toISOString(), madeBy,
    setting: { name: concern.organisationName, phone: links[0]!.phone, timeZone: now.timeZone },
    handedOn: now.transfer && transferred ? { at: now.transfer.sentAt.toISOString(), receiptBy: now.transfer.receiptBy, says: transferred.says, receiptLink } : null,
    concern: {
      raisedAt: concern.raisedAt.toISOString(), raisedBy: concern.raisedByName ?? concern.mentee?.ownName ?? concern.mentee?.birdName ?? 'a mentee', danger: dangers.find(({ value }) => value === concern.danger)!.short,
      isAboutAdult: concern.isAboutAdult, isAboutMentoring: concern.isAboutMentoring, who, what,
      level: levels.find(({ value }) => value === now.level)?.label ?? null, state: stateWords[now.state], lookedAfterBy: now.holderName, kinds: now.categories.map(({ label }) => label), keptFrom: concern.keptFromNames,
    },
    chronology: chronology.map((line, index) => {
      const { id, kind, byId, ms, facts, wordsHash, hash } = links[index]!
      return {
        ...lines[index]!, at: line.at.toISOString(), byName: line.byName, isStruck: struck.has(line.number),
        marks: line.marks.map((mark) => ({ place: nameOf(mark), words: inWords(mark) })), link: { id, kind, byId, ms, facts, wordsHash, hash },
      }
    }),
    actions: now.actions.map(({ what, ownerName, dueOn, end }) => ({ what: what ?? erased, owner: ownerName ?? 'somebody who has left', dueOn, end })),
    agencies: now.referrals.map(({ id, agencyName, agencyPhone, madeAt: askedAt, answer, isOpen }) => ({
      name: agencyName, phone: agencyPhone, askedAt, isOpen, answer: answers.find(({ value }) => value === answer)?.label ?? null,
      reference: chronology.flatMap(({ says }, index) => (factsOf[index]!.kind === 'agency-answered' && factsOf[index]!.referralId === id ? says.filter(({ label }) => label === 'Their reference') : [])).at(-1)?.text ?? null,
    })),
    chain: { salt, concernId, organisationId: links[0]!.organisationId, length: chronology.length, head: links.at(-1)!.hash },
  }
}
