import { expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { heardOf } from '#tests/support/heard-of.ts'
import { onServer } from '#tests/support/template.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { findAdultConcern } from '../adults/find-adult-concern.server.ts'
import { handOn } from '../adults/hand-on.server.ts'
import { shareAdultConcern } from '../adults/share-adult-concern.server.ts'
import { climbCases } from '../cases/climb-cases.server.ts'
import { findCase } from '../cases/find-case.server.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { letIn } from '../cases/let-in.server.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { climb } from './climb.server.ts'
import { concernsWaiting } from './concerns-waiting.server.ts'
import { findConcern } from './find-concern.server.ts'
import { findMyConcern } from './my-concerns.server.ts'
import { namedOn } from './named-on.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'
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
  expect((await findCase(of('tom'), id)).leftOut).toEqual([{ personId: of('fatima').id, name: 'Fatima', mayStay: true }])
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

test('the clocks went past the head whose name was written: let in afterwards, they hear of it and read it', async () => {
  const letInLate = async (id: string) => {
    await expect(findConcern(of('hana'), id)).rejects.toThrow(NotFound)
    expect(await heardOf('concern:climbed', () => letIn(of('tom'), { id: newId(), concernId: id, personId: of('hana').id, words: 'It is the girl in 8B.' }))).toEqual(['hana'])
    expect((await findCase(of('hana'), id)).can).toContain('note')
    expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
  }
  const [waits, late, soon] = [await say('Hana'), await say('Hana'), await say('Hana')]
  await takeOnConcern(of('fatima'), { concernId: late, firstStep: 'See her today.' })
  // Before any clock has come to the head, they are told as they would have been: not yet.
  expect(await heardOf('concern:climbed', () => letIn(of('tom'), { id: newId(), concernId: soon, personId: of('hana').id, words: 'It is the girl in 8B.' }))).toEqual([])
  await moveClock('3 days')
  await climb(waits)
  await letInLate(waits)
  await moveClock('30 days')
  await climbCases()
  await letInLate(late)
  await moveClock('0')
}, 30_000)

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

test('a name is whole words, and what stands before it is nobody’s', () => {
  const people = [{ personId: 'a', name: 'Jo Ann Brown' }, { personId: 'b', name: 'Zoë O’Neil' }, { personId: 'c', name: 'Mrs Bell' }, { personId: 'd', name: 'Mrs Khan' }]
  expect([namedOn(people, 'mr BROWN'), namedOn(people, 'Jo'), namedOn(people, 'browning'), namedOn(people, 'zoë and ann'), namedOn(people, 'somebody in Mrs Smith’s class'), namedOn(people, 'Ms Khan')]).toEqual([['a'], ['a'], [], ['a', 'b'], [], ['d']])
})

test('with accents or without; and an ordinary word is a name where it is written as one', () => {
  const people = [['a', 'Zoë Müller'], ['b', 'Mei He'], ['c', 'Ms Young'], ['d', 'An Nguyễn'], ['e', 'Ольга Ёлкина']].map(([personId, name]) => ({ personId: personId!, name: name! }))
  for (const [typed, fits] of [
    ['mrs muller', 'a'], ['Zoe', 'a'], ['MÜLLER', 'a'], ['mei', 'b'], ['Mei He', 'b'], ['nguyen', 'd'], ['an', 'd'], ['ms young', 'c'], ['young', 'c'], ['елкина', 'e'],
    ['a young boy in year 8', ''], ['my friend, he is so sad', ''], ['He is in my class at school', ''], ['an old man at the gate', ''],
    ['it is about ms young from the club', 'c'], ['I think Young hits him at home', 'c'], ['the boy who sits beside Mr He', 'b'],
  ] as const) expect(namedOn(people, typed).join(''), typed).toBe(fits)
})

test('a full name is found without its accents, too', async () => {
  await onServer(databaseUrl(), `UPDATE "Person" SET "fullName" = 'Fatima Müller-Ñandú' WHERE id = '${of('fatima').id}'`)
  for (const who of ['Mrs Muller', 'mrs MÜLLER', 'nandu']) expect(await told(await say(who), 'tom'), who).not.toContain('Fatima')
  await onServer(databaseUrl(), `UPDATE "Person" SET "fullName" = 'Fatima Khan' WHERE id = '${of('fatima').id}'`)
})

test('a child writes “Ms Khan”: she goes by Fatima, and is told nothing all the same; so it is where it is about an adult', async () => {
  const id = await say('Ms Khan')
  expect(await told(id, 'tom')).toEqual(['Hana', 'Marcus', 'Tom'])
  expect((await findCase(of('tom'), id)).leftOut).toEqual([{ personId: of('fatima').id, name: 'Fatima', mayStay: true }])
  expect(await told(await say('Khanum, and a Mr Nobody'), 'fatima')).toEqual(['Fatima', 'Marcus', 'Tom'])
  const record = await shareAdultConcern(of('jay'), { id: newId(), organisationId: cast.riverside, danger: 'soon', what: 'She shouts.', aboutName: 'Mrs KHAN' })
  await expect(findAdultConcern(of('fatima'), record)).rejects.toThrow(NotFound)
  expect((await findAdultConcern(of('hana'), record)).keptFromNames).toEqual(['Fatima'])
  // Whoever can raise one learns nothing but whose name they wrote.
  expect(await read(of('jay'), (tx) => tx.$queryRaw`SELECT app.named_here(${cast.riverside}::uuid, '{jay,patel,okonjo}') AS ids`)).toEqual([{ ids: [] }])
  expect(await read(of('zia'), (tx) => tx.$queryRaw`SELECT app.named_here(${cast.riverside}::uuid, '{khan}') AS ids`)).toEqual([{ ids: [] }])
})

test('once a record says that it is about whoever was left out by name, nobody lets them in, past the deed neither', async () => {
  const id = await say('Ms Fatima')
  await receiveConcern(of('tom'), { concernId: id })
  await takeOnConcern(of('tom'), { concernId: id, firstStep: 'See her today.' })
  await shareAdultConcern(of('hana'), { id: newId(), organisationId: cast.riverside, danger: 'soon', what: 'It is our lead.', aboutId: of('fatima').id, keptFrom: [of('tom').id], concernId: id })
  expect((await findCase(of('tom'), id)).leftOut).toEqual([])
  await expect(letIn(of('tom'), { id: newId(), concernId: id, personId: of('fatima').id, words: 'It is the girl in 8B.' })).rejects.toThrow(Conflict)
  await expect(change(of('tom'), (tx) => tx.$queryRawUnsafe(`SELECT app.add_to_chronology(uuidv7(), '${id}', 'let-in', '{"personId":"${of('fatima').id}"}', '\\x01')`))).rejects.toThrow('not a line for you')
  await expect(findConcern(of('fatima'), id)).rejects.toThrow(NotFound)
  // Whoever does not keep it is not told who was left out for their name alone, and so nothing of what is in the register.
  const other = await say('Ms Fatima')
  for (const [name, people] of [['tom', ['fatima']], ['marcus', []], ['fatima', []], ['jay', []]] as const) expect(await read(of(name), (tx) => tx.$queryRaw`SELECT app.left_out_by_name(${other}::uuid) AS people`), name).toEqual([{ people: people.map((one) => of(one).id) }])
})
