import { after, hours } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { addNote } from '#modules/safeguarding/add-note.server.ts'
import { findConcern } from '#modules/safeguarding/find-concern.server.ts'
import { planDuty } from '#modules/safeguarding/plan-duty.server.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { receiveConcern } from '#modules/safeguarding/receive-concern.server.ts'
import { setClockTarget } from '#modules/safeguarding/set-clock-target.server.ts'
import { takeOnConcern } from '#modules/safeguarding/take-on-concern.server.ts'
import type { Cast } from './people.ts'

/** A concern in every state, and people on duty. The oldest first, as they would have come. */
export async function fillSafeguarding({ people, riverside, harbour }: Cast) {
  const as = (name: string) => people[name]!
  // So that a demo left running is not one long alarm: these clocks run longer than a school's own would.
  for (const [lead, organisationId] of [['fatima', riverside], ['bea', harbour]] as const)
    for (const clock of ['received', 'taken_on'] as const) await setClockTarget(as(lead), { organisationId, clock, danger: 'not_now', minutes: 8 * 60 })
  for (const [who, organisationId] of [['marcus', riverside], ['leon', harbour]] as const)
    await planDuty(as(who), { id: newId(), organisationId, personId: as(who).id, startsAt: after(-hours(2)), endsAt: after(hours(24 * 30)) })
  await planDuty(as('fatima'), { id: newId(), organisationId: riverside, personId: as('fatima').id, startsAt: after(-hours(2)), endsAt: after(hours(8)) })

  const lookedAfter = await raiseConcern(as('amara'), {
    id: newId(), who: 'My mentee, Kestrel', danger: 'soon',
    what: 'She said she has not eaten lunch since Monday because there is no money for it at home. She asked me not to tell. I said I would tell somebody who can help.',
  })
  await receiveConcern(as('marcus'), { concernId: lookedAfter })
  await takeOnConcern(as('fatima'), { concernId: lookedAfter, firstStep: 'Free lunch from today (office knows, no reason given). I meet her with her form tutor at 11, and ring home after.' })
  await addNote(as('fatima'), { id: newId(), concernId: lookedAfter, words: 'Met at 11:05. She talked about the move and the new baby. Mum rang back: she had not known about the form for free meals. Early help offered and accepted.' })

  const aboutAnAdult = await raiseConcern(as('priya'), {
    id: newId(), who: 'Sam, who takes the Thursday course', danger: 'not_now', isAboutAdult: true, keptFrom: [as('sam').id, as('marcus').id],
    what: 'He offered two of the younger ones a lift home on their own. I don’t think anything happened. It did not feel right. Marcus is a friend of his.',
  })
  await receiveConcern(as('tom'), { concernId: aboutAnAdult })

  const received = await raiseConcern(as('dylan'), {
    id: newId(), who: 'My mentee, Merlin', danger: 'not_now',
    what: 'He has been away two weeks and when I saw him at the bus stop he said he can’t come because of some older boys. He would not say more and I did not ask.',
  })
  await receiveConcern(as('marcus'), { concernId: received })
  await findConcern(as('marcus'), received)

  await raiseConcern(as('jay'), {
    id: newId(), who: 'A girl in Year 8. I only know her first name, Ruby.', danger: 'not_now',
    what: 'She was crying by the bike sheds after lunch and said everything would be easier if she was not here. She went back to class. Her friend is with her.',
  })
}
