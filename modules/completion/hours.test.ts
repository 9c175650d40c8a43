import { beforeAll, expect, test } from 'vitest'
import { onServer } from '#tests/support/template.ts'
import { theDemo } from '#tests/support/the-demo.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { findCourse } from '../curriculum/find-course.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { Forbidden } from '../errors.ts'
import { hours } from './hours.ts'
import { hoursOf, myHours } from './hours-of.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const amara = () => ({ personId: of('amara').id, organisationId: cast.riverside })
beforeAll(async () => { cast = await theDemo() }, 120_000)

test('here and late count whole, absent and excused not; units count as own time; nothing is weighed', () => {
  const on = new Date('2026-01-08')
  const sitting = (mark: 'present' | 'late' | 'absent' | 'excused' | null) => ({ title: 'The role', startsAt: on, minutes: 120, mark })
  const { rows, guidedMinutes, ownMinutes, base } = hours({ sittings: [sitting('present'), sitting('late'), sitting('absent'), sitting('excused'), sitting(null)], units: [{ title: 'Turning up', finishedAt: on, minutes: 22.5 }], supervision: { meetings: 2, minutes: 100 } })
  expect([guidedMinutes, ownMinutes]).toEqual([340, 22.5])
  expect(rows.map(({ kind, says }) => [kind, says])).toEqual([['sitting', 'Here'], ['sitting', 'Late, counted whole'], ['supervision', 'Here, or late'], ['unit', 'Finished']])
  expect(base.length).toBeGreaterThan(3)
  expect(hours({ sittings: [], units: [], supervision: { meetings: 0, minutes: 0 } })).toMatchObject({ rows: [], guidedMinutes: 0, ownMinutes: 0 })
})

test('the ledger is what the register, supervision and the units say, and the same whoever may see it', async () => {
  const mine = (await myHours(of('amara')))[0]!
  const sum = async (sql: string) => ((await onServer(databaseUrl(), sql)).rows as { minutes: number }[])[0]!.minutes
  const sat = await sum(`SELECT coalesce(sum(s.minutes), 0)::int AS minutes FROM "CohortSession" s WHERE (SELECT mark FROM "SessionMark" m WHERE m."sessionId" = s.id AND m."personId" = '${of('amara').id}' ORDER BY m."markedAt" DESC LIMIT 1) IN ('present', 'late')`)
  const met = await sum(`SELECT coalesce(sum(s.minutes), 0)::int AS minutes FROM "Meeting" s WHERE (SELECT mark FROM "RegisterMark" m WHERE m."meetingId" = s.id AND m."personId" = '${of('amara').id}' ORDER BY m."markedAt" DESC LIMIT 1) IN ('present', 'late')`)
  expect([sat > 0, met > 0]).toEqual([true, true])
  expect(mine.guidedMinutes).toBe(sat + met)
  const done = mine.rows.filter(({ kind }) => kind === 'unit')
  const minutesOf = new Map(unitsOf(findCourse('peer-mentor-level-2')).map(({ unit }) => [unit.title, unit.minutes]))
  expect(mine.ownMinutes).toBe(done.reduce((all, { title }) => all + minutesOf.get(title)!, 0))
  for (const name of ['marcus', 'grace', 'sam', 'tess']) expect(await hoursOf(of(name), amara()), name).toEqual(mine)
})

test('nobody else sees a ledger, nor asks the database for somebody’s supervision', async () => {
  for (const name of ['jay', 'zia', 'helen', 'fatima', 'hana', 'noor', 'owen', 'leon', 'cass', 'ella', 'vera']) await expect(hoursOf(of(name), amara()), name).rejects.toThrow(Forbidden)
  expect(await myHours(of('marcus'))).toEqual([])
})
