import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { hoursNow, type HoursNow } from '../calendar/hours-now.ts'
import { now, underWay } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { holds } from '../policy.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { aroundMentoring } from './around-mentoring.server.ts'
import { namesOf } from './who-and-when.server.ts'
import { peopleOn, type AdultToTell } from './states.ts'

export type WhoGetsIt = {
  organisationId: string; organisationName: string; phone: string | null; timeZone: string
  /** Whether somebody is there at this hour, and from when again. Null where the setting has not said. */
  hours: HoursNow | null
  people: { personId: string; name: string; what: string; hereUntil: Date | null }[]
  /** The whole ladder, so that the page can say who is told as somebody is kept out of it. */
  ladder: AdultToTell[]
  /** Adults a concern may be about, or who may be close to somebody: they can be kept out of it. */
  adults: { personId: string; name: string; what: string }[]
  /** For somebody who is mentored, or mentors: whom it goes round when it is about that. Null for everybody else. */
  aroundMentoring: string[] | null
}

const words: Partial<Record<string, string>> = {
  youth_worker: 'youth worker', specialist: 'mental-health specialist', safeguarding_lead: 'safeguarding lead', deputy_lead: 'deputy safeguarding lead', head: 'head',
  coordinator: 'coordinator', trainer: 'trainer', programme_lead: 'programme lead', mentor: 'mentor',
}

/** Who is told, in each setting somebody belongs to: the real people, and who of them is on duty now. Nobody is said to be there who is not. */
export const whoGetsIt = (viewer: Viewer | Visitor): Promise<WhoGetsIt[]> => read(viewer, async (tx) => {
  const mine = 'id' in viewer ? [...new Set(viewer.memberships.map((membership) => membership.organisationId))] : [viewer.organisationId]
  const places = await tx.organisation.findMany({ where: { id: { in: mine } }, select: { id: true, name: true, phone: true, timeZone: true, kind: true }, orderBy: { name: 'asc' } })
  // Somebody of a delivery site who also works in a school or club most likely means that one: it comes first.
  places.sort((one, other) => Number(one.kind === 'delivery_site') - Number(other.kind === 'delivery_site'))
  const raisedById = 'id' in viewer ? viewer.id : null

  const calendarOf = await calendarsOf(tx, places.map(({ id }) => id))
  const answers: WhoGetsIt[] = []
  for (const place of places) {
    const ladder = await adultsOnLadder(tx, place.id)
    const first = peopleOn('first', ladder, { keptFrom: [], raisedById })
    const people = first.length ? first : peopleOn('delivery_site', ladder, { keptFrom: [], raisedById })
    const members = await tx.membership.findMany({
      where: { organisationId: place.id, ...underWay(), role: { in: ['youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator', 'trainer'] } },
      select: { role: true, personId: true }, orderBy: { startsAt: 'asc' },
    })
    const name = await namesOf(tx, members.map((member) => member.personId))
    const known = members.flatMap((member) => { const named = name(member.personId); return named ? [{ ...member, name: named }] : [] })
    const adults = [...ladder, ...known].map((adult) => ({ personId: adult.personId, name: adult.name, what: words[adult.role] ?? adult.role }))
    answers.push({
      organisationId: place.id, organisationName: place.name, phone: place.phone, timeZone: place.timeZone, ladder, hours: hoursNow(calendarOf(place.id), now()),
      // Who is away is not said to be here, whatever the rota says.
      people: people.map(({ personId, name, role, hereUntil, coverId }) => ({ personId, name, what: `${words[role] ?? role}${coverId ? ', away just now' : ''}`, hereUntil: coverId ? null : hereUntil })),
      aroundMentoring: 'menteeId' in viewer || holds(viewer, place.id, 'mentor') ? await aroundMentoring(tx, place.id) : null,
      adults: [...new Map(adults.map((adult) => [adult.personId, adult])).values()].filter((adult) => adult.personId !== raisedById),
    })
  }
  return answers
})

/** Does this viewer stand on a ladder somewhere, so that concerns may be theirs to see? */
export const isOnALadder = (viewer: Viewer): boolean =>
  viewer.memberships.some(({ organisationId }) => holds(viewer, organisationId, 'youth_worker', 'safeguarding_lead', 'deputy_lead', 'head', 'programme_lead'))
