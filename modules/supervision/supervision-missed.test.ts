import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { anOpenRoom } from '#tests/support/a-room.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { readyMentors } from '#tests/support/ready-mentors.ts'
import { after, days } from '../clock.ts'
import { read } from '../db/read.server.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { endPair } from '../mentoring/end-pair.server.ts'
import { pairUp } from '../mentoring/pair-up.server.ts'
import { setSupervisionDays } from '../organisations/set-supervision-days.server.ts'
import { setTerm } from '../organisations/set-term.server.ts'
import { supervisionMissed } from './supervision-missed.server.ts'

let cast: Cast
const pairs: Record<string, string> = {}
const of = (name: string) => cast.people[name]!
const missed = async (name: string) => (await supervisionMissed(of(name))).map((one) => one.name).sort()
/** So long after now; the clock only ever adds. */
const on = async (by: string) => { await moveClock('0'); await moveClock(by) }
const day = (count: number) => after(days(count)).toISOString().slice(0, 10)

beforeAll(async () => {
  cast = await theCast()
  await readyMentors(cast, ['amara', 'jay'])
  for (const [name, birdName] of [['amara', 'Kestrel'], ['jay', 'Wren']] as const)
    pairs[name] = await pairUp(of('marcus'), { menteeId: await addMentee(of('marcus'), { organisationId: cast.riverside, birdName }), mentorId: of(name).id })
  // Amara is in the room, Jay is not; both have a place.
  await anOpenRoom(cast, ['amara', 'jay'])
})
beforeEach(() => moveClock('0'))

test('on the fifteenth day without supervision a mentor stands there, for the youth workers and coordinators of the setting alone', async () => {
  await on('13 days')
  for (const name of ['marcus', 'grace']) expect(await missed(name), name).toEqual([])
  await on('16 days')
  for (const name of ['marcus', 'grace']) expect(await missed(name), name).toEqual(['Amara', 'Jay'])
  const [amara, jay] = (await supervisionMissed(of('grace'))).sort((one, other) => one.name.localeCompare(other.name))
  expect(amara).toMatchObject({ name: 'Amara', isInGroup: true, lastAt: expect.any(Date) as unknown, days: 16 })
  expect(jay).toMatchObject({ name: 'Jay', lastAt: null })
  expect(await supervisionMissed(of('grace'), { take: 1 })).toHaveLength(1)
  for (const name of Object.keys(cast.people).filter((one) => !['marcus', 'grace'].includes(one))) {
    expect(await missed(name), name).toEqual([])
    expect(await read(of(name), (tx) => tx.$queryRaw`SELECT name FROM app.supervision_missed()`), name).toEqual([])
  }
})

test('whoever was there has the whole interval again; the setting says how long it is, and holidays do not count', async () => {
  await setSupervisionDays(of('grace'), { organisationId: cast.riverside, days: 21 })
  await on('16 days')
  expect(await missed('marcus')).toEqual([])
  await on('23 days')
  expect(await missed('marcus')).toEqual(['Amara', 'Jay'])
  await moveClock('0')
  await setSupervisionDays(of('grace'), { organisationId: cast.riverside, days: 14 })
  // Term ends in five days and begins again in twenty: on the twenty-fifth day ten have counted.
  const terms = await read(of('grace'), (tx) => tx.term.findMany({ where: { organisationId: cast.riverside } }))
  expect(terms).toEqual([])
  await setTerm(of('grace'), { organisationId: cast.riverside, name: 'Autumn', startsOn: day(-60), endsOn: day(5) })
  await setTerm(of('grace'), { organisationId: cast.riverside, name: 'Spring', startsOn: day(20), endsOn: day(90) })
  await on('24 days')
  expect(await missed('marcus')).toEqual([])
  await on('32 days')
  expect(await missed('marcus')).toEqual(['Amara', 'Jay'])
})

test('the interval is the coordinator’s or the head’s to say, within reason', async () => {
  for (const name of ['marcus', 'fatima', 'helen']) await expect(setSupervisionDays(of(name), { organisationId: cast.riverside, days: 10 }), name).rejects.toThrow(Forbidden)
  await expect(setSupervisionDays(of('amara'), { organisationId: cast.riverside, days: 10 })).rejects.toThrow(Forbidden)
  await expect(setSupervisionDays(of('cass'), { organisationId: cast.riverside, days: 10 })).rejects.toThrow(NotFound)
  for (const days of [0, 6, 61, 7.5]) await expect(setSupervisionDays(of('grace'), { organisationId: cast.riverside, days })).rejects.toThrow(/from 7 to 60/)
})

test('a pair that has ended asks for no supervision', async () => {
  await endPair(of('marcus'), { pairId: pairs.jay! })
  await on('40 days')
  expect(await missed('grace')).toEqual(['Amara'])
})
