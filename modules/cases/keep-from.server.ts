import { z } from 'zod'
import { now } from '../clock.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { adultsOnLadder } from '../safeguarding/adults-on-ladder.server.ts'
import { peopleOn } from '../safeguarding/states.ts'
import { tellRung } from '../safeguarding/tell-rung.server.ts'
import { Step, words } from './parts/fields.ts'
import { hasPart } from './parts/has-part.server.ts'
import { keepersOf } from './parts/keepers-of.server.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const KeepFrom = Step.extend({ personId: z.uuid('Say whom it is kept from.'), words: words('Say why: it is about them, or they are close to somebody it is about.') })

/** It turns out that a case is about an adult, or about somebody close to them: from now on they see nothing of it, and it is not undone. */
export async function keepFrom(viewer: Viewer, input: z.input<typeof KeepFrom>): Promise<void> {
  const { id, concernId, personId, words } = KeepFrom.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'kept-from' }, may.keep, async ({ tx, concern }) => {
    const { organisationId, keptFrom, head } = concern
    if (personId === viewer.id) throw new Conflict('If it is about you, hand it to a colleague: they keep it from you.')
    if (keptFrom.some((kept) => kept.personId === personId)) throw new Conflict('It is kept from them already.')
    if (head!.holderId === personId) throw new Conflict('They look after it. Take it over first.')
    if (!(await hasPart(tx, concernId, personId))) throw new Conflict('That is not an adult of the setting.')
    await tx.caseReader.updateMany({ where: { concernId, personId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id } })
    await tx.concernKeptFrom.createMany({ data: [{ concernId, personId, organisationId }] })
    // Where it goes round a lead, or hardly anybody is left to look after it, the head is told, as when it is raised.
    const ladder = await adultsOnLadder(tx, organisationId)
    const left = (await keepersOf(tx, { ...concern, keptFrom: [...keptFrom, { concernId, personId, organisationId }] })).length
    const isRound = left < 2 || ladder.some((adult) => adult.personId === personId && adult.role === 'safeguarding_lead')
    const heads = isRound ? peopleOn('head', ladder, { keptFrom: [...keptFrom.map((kept) => kept.personId), personId], raisedById: concern.raisedById }) : []
    await tellRung(tx, concern, 'head', heads, 'concern:climbed')
    // Their open pages fall back to what is theirs.
    await tell(tx, `person:${personId}`, 'concern:noted', { concernId })
    return { facts: { personId, told: heads.map((head) => head.personId) }, words }
  })
}
