import { beforeAll, expect, test } from 'vitest'
import { aRoomFullOfAnswers } from '#tests/support/a-taught-sitting.ts'
import { theCast } from '#tests/support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { endRole } from '../organisations/end-role.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { answerToHandOn } from '../teaching/answer-to-hand-on.server.ts'
import { findScreen } from '../teaching/find-screen.server.ts'
import { findTeaching } from '../teaching/find-teaching.server.ts'
import { takeOffAnswer } from '../teaching/take-off-answer.server.ts'
import { askWhoAnswered } from './ask-who-answered.server.ts'
import { findConcern } from './find-concern.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'
import { verifyChronology } from './verify-chronology.server.ts'

let cast: Cast
let sessionId: string
let answers: { id: string; words: string }[]
const of = (name: string) => cast.people[name]!
beforeAll(async () => {
  cast = await theCast()
  sessionId = (await aRoomFullOfAnswers(cast)).sessionId
  answers = (await findTeaching(of('sam'), { sessionId })).screen!.words
})

const jays = () => answers.find(({ words }) => words.endsWith('jay'))!
const worry = (by: string, more: object = {}) => raiseConcern(of(by), { id: newId(), organisationId: cast.riverside, who: 'Somebody in the session', what: 'They wrote that they are afraid to go home.', danger: 'soon', answerId: jays().id, ...more })
const ask = (by: string, concernId: string, more: object = {}) => askWhoAnswered(of(by), { id: newId(), concernId, reason: 'They may not be safe tonight.', ...more })
const answerSeen = async (by: string, concernId: string) => (await findConcern(of(by), concernId)).answer

test('a trainer hands on an answer without learning whose it is, also one taken off the screen; nobody else can', async () => {
  expect(await answerToHandOn(of('tess'), { answerId: jays().id })).toMatchObject({ organisationId: cast.riverside, words: jays().words, ask: expect.any(String) as unknown })
  await takeOffAnswer(of('sam'), { sessionId, answerId: jays().id })
  const { screen } = await findTeaching(of('sam'), { sessionId })
  expect(screen).toMatchObject({ shown: 2, takenOff: [{ id: jays().id, words: jays().words }] })
  expect(JSON.stringify(await findScreen(of('sam'), { sessionId }))).not.toContain(jays().words)
  expect(await answerToHandOn(of('sam'), { answerId: jays().id })).toMatchObject({ words: jays().words })
  for (const name of ['jay', 'amara', 'grace', 'marcus', 'fatima', 'zia', 'leon']) expect(await answerToHandOn(of(name), { answerId: jays().id }), name).toBeNull()
  for (const answerId of [null, 'nonsense', newId()]) expect(await answerToHandOn(of('sam'), { answerId })).toBeNull()
})

test('the lead asks with a reason, learns who, and the record says so; a colleague has to ask for themself', async () => {
  const id = await worry('sam')
  expect(await answerSeen('fatima', id)).toEqual({ mayAsk: true, writerName: null })
  expect(await answerSeen('marcus', id)).toEqual({ mayAsk: false, writerName: null })
  await expect(ask('fatima', id, { reason: ' ' })).rejects.toThrow('Say why')
  await ask('fatima', id)
  expect(await answerSeen('fatima', id)).toEqual({ mayAsk: true, writerName: 'Jay Patel' })
  for (const name of ['tom', 'marcus']) {
    const seen = await findConcern(of(name), id)
    expect(seen.answer!.writerName, name).toBeNull()
    expect(seen.chronology.find((line) => line.kind === 'asked-who'), name).toMatchObject({ byName: 'Fatima', says: [{ label: null, text: 'They may not be safe tonight.' }] })
    expect(JSON.stringify(seen), name).not.toContain(of('jay').id)
  }
  expect(await read(of('fatima'), (tx) => tx.act.count({ where: { kind: 'concern.asked-who', subjectId: id } }))).toBe(1)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  // Nor do those who teach learn it, and the row of the answer stays its writer's.
  expect(await read(of('fatima'), (tx) => tx.teachingAnswer.count())).toBe(0)
})

test('who may not ask: the youth worker who was told, whoever raised it, other settings, and whoever it is kept from', async () => {
  const id = await worry('sam')
  await expect(ask('marcus', id)).rejects.toThrow(Forbidden)
  for (const name of ['sam', 'tess', 'jay', 'grace', 'helen', 'hana', 'bea', 'hugo', 'ella', 'zia']) await expect(ask(name, id), name).rejects.toThrow(NotFound)
  const around = await worry('sam', { isAboutAdult: true, keptFrom: [of('fatima').id] })
  await expect(ask('fatima', around)).rejects.toThrow(NotFound)
  // Not in SQL either: neither the line nor the name without it, and no answer named afterwards.
  const line = (name: string, concern: string) => change(of(name), (tx) => tx.$queryRaw`SELECT app.add_to_chronology(${newId()}::uuid, ${concern}::uuid, 'asked-who', '{}'::jsonb, '\\x01'::bytea)`)
  for (const name of ['marcus', 'sam', 'jay', 'bea']) await expect(line(name, id), name).rejects.toThrow('not a line for you to add')
  await expect(line('fatima', around)).rejects.toThrow('not a line for you to add')
  const who = async (name: string) => (await read(of(name), (tx) => tx.$queryRaw<{ name: string | null }[]>`SELECT app.who_answered(${id}::uuid) AS name`))[0]!.name
  for (const name of ['fatima', 'tom', 'marcus', 'sam']) expect(await who(name), name).toBeNull()
  await expect(change(of('sam'), (tx) => tx.concernAnswer.createMany({ data: [{ concernId: id, organisationId: cast.riverside, answerId: answers[0]!.id }] }))).rejects.toThrow('permission denied')
})

test('the same form sent twice, also at once, is one line', async () => {
  const id = await worry('tess')
  const lineId = newId()
  await Promise.all([1, 2, 3].map(() => ask('tom', id, { id: lineId })))
  expect((await findConcern(of('tom'), id)).chronology.filter(({ kind }) => kind === 'asked-who')).toHaveLength(1)
})

test('when it goes round the leads, the head who has taken it on asks', async () => {
  const id = await worry('sam', { isAboutAdult: true, keptFrom: [of('fatima').id, of('tom').id] })
  await expect(ask('hana', id)).rejects.toThrow(Forbidden)
  await takeOnConcern(of('hana'), { concernId: id, firstStep: 'Ring the LADO.' })
  await ask('hana', id)
  expect(await answerSeen('hana', id)).toMatchObject({ writerName: 'Jay Patel' })
})

test('a detail that does not fit never stops a concern: it goes without the answer', async () => {
  for (const [by, more] of [['marcus', {}], ['jay', {}], ['sam', { answerId: newId() }], ['sam', { organisationId: cast.eastside }]] as const) {
    const id = await worry(by, more)
    expect(await read(of(by), (tx) => tx.concern.count({ where: { id } })), by).toBe(1)
    if (!('organisationId' in more)) await expect(ask('fatima', id), by).rejects.toThrow('names no answer')
  }
})

test('a lead whose role has ended learns nothing more, though they had asked', async () => {
  const membershipId = await giveRole(of('hana'), { organisationId: cast.riverside, role: 'deputy_lead', personId: of('helen').id })
  cast.people.helen = await viewerOf(of('helen').id)
  const id = await worry('sam')
  await ask('helen', id)
  expect(await answerSeen('helen', id)).toMatchObject({ writerName: 'Jay Patel' })
  await endRole(of('hana'), { membershipId })
  await expect(findConcern(of('helen'), id)).rejects.toThrow(NotFound)
  expect(await read(of('helen'), (tx) => tx.$queryRaw`SELECT app.who_answered(${id}::uuid) AS name`)).toEqual([{ name: null }])
})
