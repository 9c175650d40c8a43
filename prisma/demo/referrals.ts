import { agenciesOf } from '#modules/agencies/agencies-of.server.ts'
import { decideConcern } from '#modules/cases/decide-concern.server.ts'
import { referConcern } from '#modules/cases/refer-concern.server.ts'
import { triageConcern } from '#modules/cases/triage-concern.server.ts'
import { after, days } from '#modules/clock.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { takeOnConcern } from '#modules/safeguarding/take-on-concern.server.ts'
import type { Cast } from './people.ts'

/** A concern that went to children's social care, who have not answered within a working day. */
export async function fillReferrals({ people }: Cast) {
  const tom = people.tom!
  const concernId = await raiseConcern(people.kofi!, { id: newId(), who: 'My mentee, Heron', danger: 'soon', what: 'He said his stepdad locks him out at night when he is angry, and that on Sunday he slept in the stairwell.' })
  await takeOnConcern(tom, { concernId, firstStep: 'I see him at break, and ring the MASH straight after.' })
  await triageConcern(tom, { id: newId(), concernId, level: 'high', threshold: 'significant_harm', reasons: 'Shut out of the house at night, more than once, at eleven years old.', risks: 'It is getting colder. His mum works nights.', strengths: 'His aunt lives two streets away, and he trusts her.', wishes: 'To stay at his aunt’s on the nights his mum works.' })
  await decideConcern(tom, { id: newId(), concernId, decision: 'refer', reasons: 'Likely significant harm.', family: 'His mum was rung and agrees. His stepdad was not told: it is about him.' })
  const mash = (await agenciesOf(tom)).find(({ kind }) => kind === 'front_door')!
  await referConcern(tom, {
    id: newId(), concernId, agencyId: mash.id, basis: 'public_task', happenedAt: localOf(after(-days(4)), 'Europe/London'),
    child: 'Heron, 11, Year 7. Lives with his mum and her partner.', said: '“When he’s angry he locks me out. On Sunday I slept on the stairs.”', seen: 'Tired, the same clothes as on Friday.', risks: 'Cold nights. His mum works nights.', strengths: 'His aunt lives close, and he trusts her.',
    wishes: 'To stay at his aunt’s when his mum works.', done: 'Seen by me. His mum rung: he sleeps at his aunt’s until Friday.', family: 'His mum knows and agrees. Her partner was not told.', unmet: 'He is out at night again from Friday.', ask: 'An assessment before Friday.',
    referrer: 'Tom, deputy safeguarding lead, Riverside Academy', how: 'Rung at 14:10, spoke with the duty desk; then on their page.',
  })
}
