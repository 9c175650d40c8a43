import { breakGlass } from '#modules/cases/break-glass.server.ts'
import { bringIn } from '#modules/cases/bring-in.server.ts'
import { categoriseConcern } from '#modules/cases/categorise-concern.server.ts'
import { closeConcern } from '#modules/cases/close-concern.server.ts'
import { decideConcern } from '#modules/cases/decide-concern.server.ts'
import { discussConcern } from '#modules/cases/discuss-concern.server.ts'
import { finishAction } from '#modules/cases/finish-action.server.ts'
import { linkConcerns } from '#modules/cases/link-concerns.server.ts'
import { setAction } from '#modules/cases/set-action.server.ts'
import { triageConcern } from '#modules/cases/triage-concern.server.ts'
import { writeDownNotSharing } from '#modules/cases/write-down-not-sharing.server.ts'
import { writeDownSharing } from '#modules/cases/write-down-sharing.server.ts'
import { after, days, hours } from '#modules/clock.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import { myMentees } from '#modules/mentoring/my-mentees.server.ts'
import { addCategory } from '#modules/safeguarding/add-category.server.ts'
import { addToConcern } from '#modules/safeguarding/add-to-concern.server.ts'
import { addNote } from '#modules/safeguarding/add-note.server.ts'
import { findConcern } from '#modules/safeguarding/find-concern.server.ts'
import { planDuty } from '#modules/safeguarding/plan-duty.server.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { receiveConcern } from '#modules/safeguarding/receive-concern.server.ts'
import { sayAway } from '#modules/safeguarding/say-away.server.ts'
import { clockActs } from '#modules/safeguarding/clock-acts.server.ts'
import { seeClockAct } from '#modules/safeguarding/see-clock-act.server.ts'
import { setClockTarget } from '#modules/safeguarding/set-clock-target.server.ts'
import { takeOnConcern } from '#modules/safeguarding/take-on-concern.server.ts'
import type { Cast } from './people.ts'

/** A concern in every state, and people on duty. The oldest first, as they would have come. */
export async function fillSafeguarding({ people, riverside, harbour }: Cast) {
  const as = (name: string) => people[name]!
  // So that a demo left running is not one long alarm: these clocks run longer than a school's own would.
  for (const [lead, organisationId] of [['fatima', riverside], ['bea', harbour]] as const)
    for (const [clock, hours] of [['received', 4], ['taken_on', 8]] as const) await setClockTarget(as(lead), { organisationId, clock, danger: 'not_now', minutes: hours * 60 })
  for (const name of ['tom', 'hugo', 'fatima', 'bea']) for (const { actId, what, organisationId } of await clockActs(as(name))) await seeClockAct(as(name), { actId, what, organisationId })
  for (const [who, organisationId] of [['marcus', riverside], ['leon', harbour]] as const)
    await planDuty(as(who), { id: newId(), organisationId, personId: as(who).id, startsAt: after(-hours(2)), endsAt: after(hours(24 * 30)) })
  await planDuty(as('fatima'), { id: newId(), organisationId: riverside, personId: as('fatima').id, startsAt: after(-hours(2)), endsAt: after(hours(8)) })

  // Next week, so that nobody is away while the demo is looked at.
  await sayAway(as('fatima'), { id: newId(), organisationId: riverside, personId: as('fatima').id, coverId: as('tom').id, startsAt: after(days(8)), endsAt: after(days(10)) })

  const lookedAfter = await raiseConcern(as('amara'), {
    id: newId(), who: 'My mentee, Kestrel', danger: 'soon', from: `pair:${(await myMentees(as('amara')))[0]!.pairId}`,
    what: 'She said she has not eaten lunch since Monday because there is no money for it at home. She asked me not to tell. I said I would tell somebody who can help.',
  })
  await receiveConcern(as('marcus'), { concernId: lookedAfter })
  await addToConcern(as('amara'), { id: newId(), concernId: lookedAfter, part: 'words', said: { words: '“There isn’t any till Mum gets paid. Don’t tell anyone, they’ll say it in class.”' } })
  await addToConcern(as('amara'), { id: newId(), concernId: lookedAfter, part: 'happened', said: { time: '12:10', place: 'By the water fountain, when we meet' } })
  await takeOnConcern(as('fatima'), { concernId: lookedAfter, firstStep: 'Free lunch from today (office knows, no reason given). I meet her with her form tutor at 11, and ring home after.' })
  await triageConcern(as('fatima'), {
    id: newId(), concernId: lookedAfter, level: 'medium', threshold: 'early_help', reasons: 'Hungry at school for three days; no sign of harm at home. A form for free meals was never sent.',
    strengths: 'She asked for help. Her mum answers the phone.', wishes: 'That nobody in class finds out.',
  })
  const moving = newId()
  await addCategory(as('fatima'), { id: moving, organisationId: riverside, under: 'welfare', label: 'A move, or a new family' })
  await categoriseConcern(as('fatima'), { id: newId(), concernId: lookedAfter, categories: ['poverty', moving] })
  await bringIn(as('fatima'), { id: newId(), concernId: lookedAfter, personId: as('helen').id, words: 'Clinical supervisor: how to talk about it with Amara in supervision.' })
  await addNote(as('fatima'), { id: newId(), concernId: lookedAfter, words: 'Met at 11:05. She talked about the move and the new baby. Mum rang back: she had not known about the form for free meals. Early help offered and accepted.' })
  await discussConcern(as('helen'), { id: newId(), concernId: lookedAfter, withId: as('fatima').id, words: 'Amara did right and worries that she broke a promise. I speak of limits to keeping things to yourself in the next meeting, without this story.' })
  await decideConcern(as('fatima'), { id: newId(), concernId: lookedAfter, decision: 'early_help', reasons: 'The family wants it, and it is enough for now.', family: 'Mum knows, since the call at noon, and agrees.', reviewOn: after(days(14)).toISOString().slice(0, 10) })
  const lunch = newId()
  await setAction(as('fatima'), { id: lunch, concernId: lookedAfter, ownerId: as('marcus').id, dueOn: after(0).toISOString().slice(0, 10), what: 'See that lunch is paid for at the till, without a word said there.' })
  await finishAction(as('marcus'), { id: newId(), actionId: lunch, words: 'Done with the kitchen at ten.' })
  await setAction(as('fatima'), { id: newId(), concernId: lookedAfter, ownerId: as('grace').id, dueOn: after(days(1)).toISOString().slice(0, 10), what: 'Send the form for free school meals for the family on the note in your tray.' })
  await writeDownSharing(as('fatima'), {
    id: newId(), concernId: lookedAfter, recipient: 'staff', basis: 'public_task', happenedAt: localOf(after(0), 'Europe/London'), to: 'Her form tutor', what: 'That lunch is paid for, and to tell me the same day if she misses a morning.',
    how: 'In person, in my office.', reasons: 'They see her every morning.', asked: 'Nobody: I went to them.',
  })
  await writeDownNotSharing(as('fatima'), {
    id: newId(), concernId: lookedAfter, recipient: 'staff', whyNot: 'not_needed', to: 'The rest of her teachers', what: 'Anything about money at home.', reasons: 'She asked that nobody in class finds out, and nothing they do depends on it.', asked: 'Her head of year asked what was going on.',
  })

  await breakGlass(as('hana'), { id: newId(), concernId: lookedAfter, words: 'Her mum is at the front desk in tears and asks for me. Fatima is at the hospital with another child until three.' })

  const closed = await raiseConcern(as('sofia'), { id: newId(), who: 'A boy in my form, Luca', danger: 'not_now', what: 'He has a black eye and says he fell off his bike. I was not sure.' })
  await takeOnConcern(as('tom'), { concernId: closed, firstStep: 'I see him with his form tutor after lunch.' })
  await triageConcern(as('tom'), { id: newId(), concernId: closed, level: 'low', threshold: 'universal', reasons: 'Two teachers saw him fall outside the gate this morning. He laughed about it.' })
  await decideConcern(as('tom'), { id: newId(), concernId: closed, decision: 'nothing_more', reasons: 'It is what he said it is.', family: 'Rang his dad, who had seen it.' })
  await closeConcern(as('tom'), { id: newId(), concernId: closed, outcome: 'no_harm', words: 'Seen, explained, and the family knows. Sofia was right to say so.' })

  await linkConcerns(as('fatima'), { id: newId(), concernId: closed, otherId: lookedAfter, kind: 'sibling', words: 'Luca is Kestrel’s brother. Their mum said so when she rang back.' })

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
  await addToConcern(as('dylan'), { id: newId(), concernId: received, part: 'now', said: { where: 'At home, I think. He got on the 14.' } })
  await findConcern(as('marcus'), received)

  await raiseConcern(as('jay'), {
    id: newId(), who: 'A girl in Year 8. I only know her first name, Ruby.', danger: 'not_now', from: 'unit:peer-mentor-level-2/hurting-and-not-wanting-to-be-here',
    what: 'She was crying by the bike sheds after lunch and said everything would be easier if she was not here. She went back to class. Her friend is with her.',
  })
}
