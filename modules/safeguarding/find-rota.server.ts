import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { now, today } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { may } from './policy.ts'
import { standsOn } from './states.ts'
import { mayCover } from './who-covers.ts'
import { namesOf } from './who-and-when.server.ts'

export type RotaPage = {
  organisationId: string; organisationName: string; timeZone: string; today: string; monday: string; before: string; after: string
  days: { day: string; isOver: boolean; duties: { id: string; name: string; startsAt: Date; endsAt: Date; mayCallOff: boolean }[] }[]
  away: { id: string; personId: string; name: string; coverName: string; startsAt: Date; endsAt: Date; hasBegun: boolean; mayEnd: boolean }[]
  /** Whom the viewer may put on duty or say away, and who may cover for each. */
  people: { personId: string; name: string; covers: { personId: string; name: string }[] }[]
}

/** Who is on duty in one week, and who is away from now on and covered by whom. For the adults it is about, and whoever runs the setting. */
export const findRota = (viewer: Viewer, { organisationId, week }: { organisationId: string; week: string | null }): Promise<RotaPage> => read(viewer, async (tx) => {
  const place = await tx.organisation.findUnique({ where: { id: z.uuid().parse(organisationId) }, select: { id: true, name: true, timeZone: true } })
  if (!place) throw new NotFound()
  authorize(may.seeRota, viewer, place.id)
  const asked = Temporal.PlainDate.from(z.iso.date().catch(today()).parse(week ?? today()))
  const monday = asked.subtract({ days: asked.dayOfWeek - 1 })
  const at = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(place.timeZone).epochMilliseconds)
  const [from, to] = [at(monday), at(monday.add({ weeks: 1 }))]
  const duties = (await tx.duty.findMany({ where: { organisationId: place.id, startsAt: { lt: to }, endsAt: { gt: from } }, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }] })).filter((duty) => duty.endsAt > duty.startsAt)
  const absences = (await tx.absence.findMany({ where: { organisationId: place.id, endsAt: { gt: now() } }, orderBy: { startsAt: 'asc' }, take: 50 })).filter((absence) => absence.endsAt > absence.startsAt)
  const name = await namesOf(tx, [...duties.map((duty) => duty.personId), ...absences.flatMap((absence) => [absence.personId, absence.coverId])])
  const adults = await adultsOnLadder(tx, place.id)
  const people = [...new Map(adults.filter((adult) => standsOn.first.includes(adult.role)).map(({ personId, name }) => [personId, { personId, name }])).values()]
  return {
    organisationId: place.id, organisationName: place.name, timeZone: place.timeZone, today: today(), monday: monday.toString(), before: monday.subtract({ weeks: 1 }).toString(), after: monday.add({ weeks: 1 }).toString(),
    days: Array.from({ length: 7 }, (_, ahead) => monday.add({ days: ahead })).map((day) => ({
      day: day.toString(), isOver: at(day.add({ days: 1 })) <= now(),
      duties: duties.filter((duty) => duty.startsAt < at(day.add({ days: 1 })) && duty.endsAt > at(day))
        .map((duty) => ({ id: duty.id, name: name(duty.personId) ?? 'Somebody', startsAt: duty.startsAt, endsAt: duty.endsAt, mayCallOff: duty.endsAt > now() && may.planDuty(viewer, place.id, duty.personId) })),
    })),
    away: absences.map((absence) => ({ id: absence.id, personId: absence.personId, name: name(absence.personId) ?? 'Somebody', coverName: name(absence.coverId) ?? 'somebody', startsAt: absence.startsAt, endsAt: absence.endsAt, hasBegun: absence.startsAt <= now(), mayEnd: may.planDuty(viewer, place.id, absence.personId) })),
    people: people.filter(({ personId }) => may.planDuty(viewer, place.id, personId)).map((person) => ({ ...person, covers: people.filter((one) => mayCover(adults, person.personId, one.personId)) })),
  }
})
