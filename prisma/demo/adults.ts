import { addToAdultConcern } from '#modules/adults/add-to-adult-concern.server.ts'
import { closeAdultConcern } from '#modules/adults/close-adult-concern.server.ts'
import { findAdultConcern } from '#modules/adults/find-adult-concern.server.ts'
import { holdAdultConcern } from '#modules/adults/hold-adult-concern.server.ts'
import { noteOnAdultConcern } from '#modules/adults/note-on-adult-concern.server.ts'
import { shareAdultConcern } from '#modules/adults/share-adult-concern.server.ts'
import { weighAdultConcern } from '#modules/adults/weigh-adult-concern.server.ts'
import { writeDownDone } from '#modules/adults/write-down-done.server.ts'
import { writeDownLado } from '#modules/adults/write-down-lado.server.ts'
import { now } from '#modules/clock.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import { theCourses } from '#modules/curriculum/the-curriculum.server.ts'
import type { Cast } from './people.ts'

/** Concerns about adults: low-level, an allegation, one about the lead, one about a head, and one that somebody shared about themself. */
export async function fillAdults({ people, riverside, harbour }: Cast) {
  const as = (name: string) => people[name]!
  const step = (adultConcernId: string) => ({ id: newId(), adultConcernId })

  const [course] = theCourses
  const unit = `unit:${course!.slug}/${course!.sessions.at(-1)!.units[0]!.slug}`

  const lift = await shareAdultConcern(as('helen'), { id: newId(), organisationId: riverside, danger: 'not_now', aboutId: as('marcus').id, child: 'Kofi', from: unit, what: 'Marcus gave Kofi a lift home after supervision because it rained. Just the two of them in the car, and nobody was told before. Kofi was pleased about it.' })
  await holdAdultConcern(as('fatima'), step(lift))
  await weighAdultConcern(as('fatima'), { ...step(lift), weight: 'low_level', reasons: 'Kindly meant, in the open, once. It is not how we get young people home.', context: 'Heavy rain, the bus did not come. He told Helen himself the next morning.' })
  await writeDownDone(as('fatima'), { ...step(lift), words: 'Spoke with Marcus. Next time he rings me and waits with the young person. The code of conduct now says what to do when a bus does not come.' })
  await closeAdultConcern(as('fatima'), { ...step(lift), outcome: 'spoken', words: 'He understands why, and there is a way to do it right.' })

  const driver = await shareAdultConcern(as('jay'), { id: newId(), danger: 'soon', aboutName: 'Mr Dean, who drives the minibus', child: 'Two girls from year 8', isApart: true, from: unit, what: 'He asks the girls for their numbers when they get off and says not to tell the school. One of them showed me a message from him at eleven at night.' })
  await holdAdultConcern(as('tom'), step(driver))
  await weighAdultConcern(as('tom'), { ...step(driver), weight: 'allegation', harm: 'risk', reasons: 'Secret contact with two children, at night, from an adult who drives them alone.', context: 'He works for a coach firm and drives for two other schools.' })
  await writeDownLado(as('tom'), { ...step(driver), happenedAt: localOf(now(), 'Europe/London'), who: 'Duty LADO, 020 7946 0852', reference: 'LADO-26-311', words: 'Strategy meeting on Thursday. The firm keeps him off school runs until then; nobody here speaks to him.' })
  await addToAdultConcern(as('jay'), { ...step(driver), words: 'He was there again this morning, parked by the back gate.' })
  await noteOnAdultConcern(as('tom'), { ...step(driver), words: 'The firm has another driver from this afternoon. Both families know, and what was said to whom is in the concerns about the girls.' })
  await findAdultConcern(as('fatima'), driver)

  // Round the lead: the head has it to answer.
  await shareAdultConcern(as('grace'), { id: newId(), danger: 'not_now', aboutId: as('fatima').id, what: 'Fatima talked about a family by name in the office while two parents waited at the hatch. I do not think they heard, but they could have.' })

  const number = await shareAdultConcern(as('leon'), { id: newId(), danger: 'not_now', aboutId: as('leon').id, child: 'Zia', what: 'I gave Zia my own number when the club phone was flat, so that she could say she got home. She texted once. I have deleted it and want it written down.' })
  await holdAdultConcern(as('bea'), step(number))

  // Round the head of the club: the delivery site.
  const shouted = await shareAdultConcern(as('cass'), { id: newId(), organisationId: harbour, danger: 'not_now', aboutId: as('hugo').id, what: 'Hugo shouted at a boy in front of everybody on Friday and called him useless. The boy did not come on Monday.' })
  await holdAdultConcern(as('ella'), step(shouted))
}
