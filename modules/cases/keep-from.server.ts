import { z } from 'zod'
import { now } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, Forbidden } from '../errors.ts'
import { dropSockets } from '../live/tell.server.ts'
import { adultsOnLadder } from '../safeguarding/adults-on-ladder.server.ts'
import { peopleOn } from '../safeguarding/states.ts'
import { tellRung } from '../safeguarding/tell-rung.server.ts'
import { Step, words } from './parts/fields.ts'
import { goOnWithout } from './parts/go-on-without.server.ts'
import { mayBeKeptFrom } from './parts/has-part.server.ts'
import { keepersOf } from './parts/keepers-of.server.ts'
import { leftOutByName } from './parts/left-out-by-name.server.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const KeepFrom = Step.extend({ personId: z.uuid('Say whom it is kept from.'), words: words('Say why: it is about them, or they are close to somebody it is about.') })

/**
 * It turns out that a case is about an adult, or about somebody close to them: from now on they see nothing of it, and it is not undone. What they looked after
 * goes on with whoever keeps it from them, and what they closed is open again. A head who opened it in need can do it to whoever has it, and keeps the case from then on.
 */
export async function keepFrom(viewer: Viewer, input: z.input<typeof KeepFrom>): Promise<void> {
  const { id, concernId, personId, words } = KeepFrom.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'kept-from' }, may.keepFrom, async ({ tx, concern, facts }) => {
    const { organisationId, keptFrom, readers, alerts, takingOn } = concern
    const isInNeed = !may.keep(viewer, facts)
    if (personId === viewer.id) throw new Conflict('If it is about you, hand it to a colleague: they keep it from you.')
    const isOut = keptFrom.some((kept) => kept.personId === personId)
    // Left out for their name alone, and it is they: their row is there already, and with this line it stays.
    if (isOut && !(await leftOutByName(tx, concern)).includes(personId)) throw new Conflict('It is kept from them already.')
    if (!may.keepFromThem(viewer, facts, personId)) throw new Forbidden('You opened it in need: you can keep it from whoever looks after it.')
    if (!isOut && !(await mayBeKeptFrom(tx, concernId, personId))) throw new Conflict('That is not an adult of the setting.')

    const ladder = await adultsOnLadder(tx, organisationId)
    const isReader = readers.some((reader) => reader.personId === personId) || (await keepersOf(tx, concern)).some((keeper) => keeper.personId === personId)
      || (!takingOn && alerts.some((alert) => alert.personId === personId && alert.rung !== 'delivery_site'))
    if (isInNeed) await tx.concernAlert.createMany({ data: [{ id: newId(), organisationId, concernId, personId: viewer.id, rung: 'head' }] })
    await tx.caseReader.updateMany({ where: { concernId, personId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id } })
    // Whoever is told of this step, below and by the step itself, is told as it is from now on.
    if (!isOut) {
      await tx.concernKeptFrom.createMany({ data: [{ concernId, personId, organisationId }] })
      keptFrom.push({ concernId, personId, organisationId })
    }

    // Where it goes round a lead, or hardly anybody is left to look after it, the head is told, as when it is raised.
    const isRound = (await keepersOf(tx, concern)).length < 2 || ladder.some((adult) => adult.personId === personId && adult.role === 'safeguarding_lead')
    const around = { keptFrom: keptFrom.map((kept) => kept.personId), raisedById: concern.raisedById }
    const heads = isRound ? peopleOn('head', ladder, around).filter((head) => head.personId !== viewer.id && !(isOut && alerts.some((alert) => alert.personId === head.personId && alert.rung !== 'delivery_site'))) : []
    await tellRung(tx, concern, 'head', heads, 'concern:climbed')
    // Their open pages fall back to what is theirs. Whoever never read it hears nothing, and so does not learn that there is something.
    if (isReader) await dropSockets(tx, personId)
    return { facts: { personId, told: [...(isInNeed ? [viewer.id] : []), ...heads.map((head) => head.personId)] }, words, after: () => goOnWithout(viewer, tx, concernId, personId, words) }
  })
}
