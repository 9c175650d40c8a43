import { beforeAll, expect, test } from 'vitest'
import { aMeeting, anOpenRoom } from '#tests/support/a-room.ts'
import { theCast } from '#tests/support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { connectionAs } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { listen, type News } from '../live/listen.server.ts'
import { answerQuietSignal } from './answer-quiet-signal.server.ts'
import { checkIn } from './check-in.server.ts'
import { findGroup } from './find-group.server.ts'
import { findRoom } from './find-room.server.ts'
import { keepNote } from './keep-note.server.ts'
import { markRegister } from './mark-register.server.ts'
import { observeMentor } from './observe-mentor.server.ts'
import { pressQuietSignal } from './press-quiet-signal.server.ts'
import { takeOutNote } from './take-out-note.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })
const as = (name: string) => cast.people[name]!

test('the quiet signal reaches the supervisors, the presser sees who is coming, and nobody else learns of it', async () => {
  const { meetingId } = await anOpenRoom(cast)
  const heard: News[] = []
  const ears = listen((news) => heard.push(news), () => {})
  await ears.ready
  const signalId = newId()
  await pressQuietSignal(as('amara'), { meetingId, signalId })
  await pressQuietSignal(as('amara'), { meetingId, signalId: newId() })
  await expect(pressQuietSignal(as('marcus'), { meetingId, signalId: newId() })).rejects.toThrow(Forbidden)
  expect((await findRoom(as('helen'), meetingId)).forSupervisors!.signals).toMatchObject([{ id: signalId, fromId: as('amara').id, answeredById: null }])
  expect((await findRoom(as('amara'), meetingId)).mySignal).toMatchObject({ id: signalId, answeredById: null })
  expect((await findRoom(as('jay'), meetingId)).mySignal).toBeNull()

  await expect(answerQuietSignal(as('jay'), { meetingId, signalId })).rejects.toThrow(Forbidden)
  const both = await Promise.allSettled([answerQuietSignal(as('marcus'), { meetingId, signalId }), answerQuietSignal(as('helen'), { meetingId, signalId })])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const { answeredById } = (await findRoom(as('amara'), meetingId)).mySignal!
  expect([as('marcus').id, as('helen').id]).toContain(answeredById)
  await ears.stop()
  const told = new Set(heard.map((news) => news.to))
  expect(told).toEqual(new Set(['marcus', 'helen', 'amara'].map((name) => `person:${as(name).id}`)))
})

test('an observation is read by the two supervisors alone, and an older page overwrites nothing', async () => {
  const { meetingId } = await anOpenRoom(cast)
  const note = { meetingId, observationId: newId(), mentorId: as('amara').id, revision: 0 }
  expect(await observeMentor(as('helen'), { ...note, words: 'Steadier than a fortnight ago' })).toEqual({ observationId: note.observationId, revision: 1 })
  expect(await observeMentor(as('helen'), { ...note, words: 'Steadier, asks early', revision: 1 })).toMatchObject({ revision: 2 })
  await expect(observeMentor(as('helen'), { ...note, words: 'From an old tab', revision: 1 })).rejects.toThrow(Conflict)
  expect((await findRoom(as('marcus'), meetingId)).forSupervisors!.observations).toMatchObject([{ words: 'Steadier, asks early', byId: as('helen').id }])
  for (const name of ['amara', 'jay']) expect(JSON.stringify(await findRoom(as(name), meetingId))).not.toContain('Steadier')
  await expect(observeMentor(as('jay'), { ...note, words: 'x' })).rejects.toThrow(Forbidden)
  await expect(observeMentor(as('helen'), { ...note, mentorId: as('zia').id, words: 'x' })).rejects.toThrow(NotFound)
})

test('the group sees how each arrives; passing is an answer; a resent form says it once', async () => {
  const { meetingId } = await anOpenRoom(cast)
  const checkInId = newId()
  await checkIn(as('amara'), { meetingId, checkInId, scale: 3, word: 'tired' })
  await checkIn(as('amara'), { meetingId, checkInId, scale: 4, word: 'better' })
  await checkIn(as('jay'), { meetingId, checkInId: newId(), scale: '', word: 'hidden' })
  expect((await findRoom(as('sofia'), meetingId)).checkIns).toEqual(expect.arrayContaining([{ personId: as('amara').id, scale: 4, word: 'better' }, { personId: as('jay').id, scale: null, word: null }]))
  expect((await findRoom(as('sofia'), meetingId)).checkIns).toHaveLength(2)
})

test('a kept line goes in once and is taken out by its writer or a supervisor', async () => {
  const { meetingId } = await anOpenRoom(cast)
  const noteId = newId()
  await keepNote(as('amara'), { meetingId, noteId, words: 'Silence is allowed.' })
  await keepNote(as('amara'), { meetingId, noteId, words: 'Silence is allowed.' })
  expect((await findRoom(as('jay'), meetingId)).kept).toMatchObject([{ words: 'Silence is allowed.', mayTakeOut: false }])
  await expect(takeOutNote(as('jay'), { meetingId, noteId })).rejects.toThrow(Forbidden)
  await takeOutNote(as('helen'), { meetingId, noteId })
  expect((await findRoom(as('jay'), meetingId)).kept).toEqual([])
})

test('the register is put right by a supervisor; a mentor sees their own mark; a coordinator sees numbers', async () => {
  const { meetingId, groupId } = await anOpenRoom(cast)
  await expect(markRegister(as('amara'), { meetingId, markId: newId(), personId: as('jay').id, mark: 'absent' })).rejects.toThrow(Forbidden)
  await markRegister(as('helen'), { meetingId, markId: newId(), personId: as('sofia').id, mark: 'excused' })
  await markRegister(as('helen'), { meetingId, markId: newId(), personId: as('jay').id, mark: 'late' })
  expect((await findRoom(as('jay'), meetingId)).me.mark).toBe('late')
  const { meetings, members } = await findGroup(as('grace'), groupId)
  expect(members).toHaveLength(5)
  expect(meetings[0]).toMatchObject({ meetingId, isOpen: true, counts: { present: 1, late: 1, absent: 0, excused: 1 } })
})

test('in plain SQL as the app role, each table shows whose it is and nothing more', async () => {
  const { meetingId } = await anOpenRoom(cast)
  await pressQuietSignal(as('amara'), { meetingId, signalId: newId() })
  await observeMentor(as('helen'), { meetingId, observationId: newId(), mentorId: as('jay').id, words: 'x', revision: 0 })
  await keepNote(as('amara'), { meetingId, noteId: newId(), words: 'x' })
  await checkIn(as('amara'), { meetingId, checkInId: newId(), scale: 2, word: 'x' })
  const tables = ['Meeting', 'MeetingOpening', 'Seat', 'AgendaItem', 'KeptNote', 'CheckIn', 'QuietSignal', 'Observation', 'RegisterMark'] as const
  const seen = (name: string) => read(as(name), async (tx) => {
    const [row] = await tx.$queryRawUnsafe<Record<string, number>[]>(`SELECT ${tables.map((table) => `(SELECT count(*)::int FROM "${table}" WHERE "${table === 'Meeting' ? 'id' : 'meetingId'}" = '${meetingId}') AS "${table}"`).join(', ')}`)
    return tables.map((table) => row![table])
  })
  expect(await seen('helen')).toEqual([1, 1, 4, 5, 1, 1, 1, 1, 2])
  expect(await seen('amara')).toEqual([1, 1, 4, 5, 1, 1, 1, 0, 1])
  expect(await seen('jay')).toEqual([1, 1, 4, 5, 1, 1, 0, 0, 1])
  expect(await seen('grace')).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0])
  for (const name of ['zia', 'leon', 'fatima', 'tom', 'hana', 'ella', 'vera', 'sam', 'noor', 'owen', 'eve', 'tess', 'bea']) expect(await seen(name), name).toEqual(tables.map(() => 0))

  const bare = connectionAs('app')
  await bare.connect()
  for (const table of [...tables, 'SupervisionGroup', 'GroupMember', 'Turn', 'AdultGap', 'SafetyReminder']) expect((await bare.query(`SELECT FROM "${table}"`)).rowCount, table).toBe(0)
  await bare.end()
})

test('mentors of one group know each other’s names; those of another group do not', async () => {
  const { groupId } = await aMeeting(cast, ['priya', 'kofi'])
  const names = (name: string) => read(as(name), async (tx) => (await tx.person.findMany({ where: { id: { in: ['priya', 'kofi'].map((one) => as(one).id) } } })).map((person) => person.name).sort())
  expect(await names('priya')).toEqual(['Kofi', 'Priya'])
  expect(await names('zia')).toEqual([])
  await expect(findGroup(as('priya'), groupId)).rejects.toThrow(Forbidden)
  await expect(findGroup(as('cass'), groupId)).rejects.toThrow(NotFound)
})
