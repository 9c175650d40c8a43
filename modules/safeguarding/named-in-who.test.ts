import { expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { handOn } from '../adults/hand-on.server.ts'
import { findCase } from '../cases/find-case.server.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { letIn } from '../cases/let-in.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { concernsWaiting } from './concerns-waiting.server.ts'
import { findConcern } from './find-concern.server.ts'
import { findMyConcern } from './my-concerns.server.ts'
import { namedOn } from './named-on.ts'
import { verifyChronology } from './verify-chronology.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const say = async (who: string, more: object = {}, by: Parameters<typeof handOn>[0] = of('jay')) => {
  const id = newId()
  return handOn(by, { id, who, what: 'She shouts at us and holds my arm.', danger: 'soon', ...more })
}
const told = async (id: string, reader: string) => (await findConcern(of(reader), id)).chronology.find((line) => line.kind === 'told')!.people

test('whoever writes a name that may be the lead’s: she is told nothing and reads nothing, the head has it, and the others read why', async () => {
  const id = await say('Ms Fatima')
  expect(await told(id, 'tom')).toEqual(['Hana', 'Marcus', 'Tom'])
  await expect(findConcern(of('fatima'), id)).rejects.toThrow(NotFound)
  expect((await concernsWaiting(of('fatima'))).filter((one) => one.concernId === id)).toEqual([])
  expect(await findConcern(of('hana'), id)).toMatchObject({ keptFromNames: ['Fatima'], fitNames: ['Fatima'] })
  expect(await findMyConcern(of('jay'), id)).toMatchObject({ toldNames: ['Hana', 'Marcus', 'Tom'] })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test.each([['the deputy', 'TOM!!', ['Fatima', 'Marcus']], ['the only youth worker', 'marcus, he runs it', ['Fatima', 'Tom']], ['the head', 'Hana', ['Fatima', 'Marcus', 'Tom']], ['every lead', 'Fatima and Tom', ['Hana', 'Marcus']], ['nobody here', 'Tomasz, Fati', ['Fatima', 'Marcus', 'Tom']]])('%s named, in whatever way it is written', async (_, who, people) => {
  expect(await told(await say(who), people.includes('Fatima') ? 'fatima' : 'hana')).toEqual(people)
})

test('it is another Fatima: whoever keeps it lets the lead in, with how they know; whom somebody chose to leave out stays out, and nobody lets themself in', async () => {
  const id = await say('Fatima from year 8')
  const step = (personId = of('fatima').id) => ({ id: newId(), concernId: id, personId, words: 'It is the girl in 8B.' })
  for (const name of ['fatima', 'jay', 'grace', 'bea']) await expect(letIn(of(name), step()), name).rejects.toThrow(NotFound)
  await expect(letIn(of('marcus'), step()), 'who reads it and does not keep it').rejects.toThrow(Forbidden)
  expect((await findCase(of('tom'), id)).leftOut).toEqual([{ personId: of('fatima').id, name: 'Fatima' }])
  const one = step()
  await Promise.all([letIn(of('tom'), one), letIn(of('tom'), one)])
  expect((await findConcern(of('fatima'), id)).chronology.filter(({ kind }) => kind === 'let-in')).toMatchObject([{ people: ['Fatima'], byName: 'Tom' }])
  expect((await concernsWaiting(of('fatima'))).some((waits) => waits.concernId === id)).toBe(true)
  await expect(letIn(of('tom'), step())).rejects.toThrow(Conflict)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })

  const both = await say('Fatima', { keptFrom: [of('fatima').id] })
  expect((await findCase(of('tom'), both)).leftOut).toEqual([])
  const later = await say('Fatima')
  await keepFrom(of('tom'), { id: newId(), concernId: later, personId: of('marcus').id, words: 'Her uncle.' })
  for (const [concernId, personId] of [[both, of('fatima').id], [later, of('marcus').id]] as const) {
    await expect(letIn(of('tom'), { ...step(personId), concernId })).rejects.toThrow(Conflict)
    await expect(change(of('tom'), (tx) => tx.$queryRawUnsafe(`SELECT app.add_to_chronology(uuidv7(), '${concernId}', 'let-in', '{"personId":"${personId}"}', '\\x01')`))).rejects.toThrow('not a line for you')
  }
  await expect(change(of('tom'), (tx) => tx.concernKeptFrom.deleteMany({ where: { concernId: later } }))).rejects.toThrow('permission denied')
})

test('everybody named: that something waits is the delivery site’s at once', async () => {
  const id = await say('Fatima, Tom, Marcus and Hana')
  for (const name of ['fatima', 'tom', 'marcus', 'hana']) expect((await concernsWaiting(of(name))).filter((one) => one.concernId === id), name).toEqual([])
  expect((await concernsWaiting(of('ella'))).filter((one) => one.concernId === id)).toHaveLength(1)
})

test('also with an answer that was given without a name, and about a mentor who is typed; whoever is picked is whom it is about', async () => {
  expect(await told(await say('Somebody in the session', { isAboutAdult: true, answerId: newId(), aboutName: 'Fatima' }), 'tom')).not.toContain('Fatima')
  const picked = await say('Tom’s group', { isAboutAdult: true, aboutId: of('amara').id })
  expect(await findConcern(of('tom'), picked)).toMatchObject({ keptFromNames: ['Amara'], fitNames: [] })
  const typed = await say('Tom’s group', { isAboutAdult: true, aboutId: of('amara').id, aboutName: 'My mentor' })
  expect(await findConcern(of('fatima'), typed)).toMatchObject({ fitNames: ['Tom'] })
})

test('a mentee too; and whoever raises it and writes their own name goes on seeing what is theirs', async () => {
  const menteeId = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Heron' })
  const byMentee = await say('fatima', {}, { menteeId, organisationId: cast.riverside, visitId: newId() })
  expect(await told(byMentee, 'tom')).not.toContain('Fatima')
  const own = await say('Wren, from Marcus’s group', {}, of('marcus'))
  expect(await findConcern(of('fatima'), own)).toMatchObject({ keptFromNames: [], fitNames: [] })
})

test('afterwards nobody who raised it keeps it from anybody, and a resend is the same concern', async () => {
  const form = { id: newId(), who: 'Tom', what: 'He shouts.', danger: 'soon' as const }
  expect([await handOn(of('jay'), form), await handOn(of('jay'), form)]).toEqual([form.id, form.id])
  await expect(change(of('jay'), (tx) => tx.concernKeptFrom.createMany({ data: [{ concernId: form.id, personId: of('fatima').id, organisationId: cast.riverside }] }))).rejects.toThrow()
  expect(await read(of('tom'), (tx) => tx.concern.count({ where: { id: form.id } }))).toBe(0)
})

test('a name is whole words of more than two letters', () => {
  const people = [{ personId: 'a', name: 'Jo Ann Brown' }, { personId: 'b', name: 'Zoë O’Neil' }]
  expect([namedOn(people, 'mr BROWN'), namedOn(people, 'Jo'), namedOn(people, 'browning'), namedOn(people, 'zoë and ann')]).toEqual([['a'], [], [], ['a', 'b']])
})
