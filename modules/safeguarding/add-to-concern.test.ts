import { beforeAll, expect, test } from 'vitest'
import { cast, decide, kinds, of, readersTold, stateOf, step, taken, triage, words } from '#tests/support/a-case.ts'
import { heardOf } from '#tests/support/heard-of.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { bringIn } from '../cases/bring-in.server.ts'
import { casesToday } from '../cases/cases-today.server.ts'
import { closeConcern } from '../cases/close-concern.server.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { after, days } from '../clock.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import type { Visitor } from '../db/viewer.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { giveMenteeCode } from '../mentoring/give-mentee-code.server.ts'
import { letMenteeIn } from '../mentoring/let-mentee-in.server.ts'
import { lookUpVisit } from '../mentoring/look-up-visit.server.ts'
import { addToConcern } from './add-to-concern.server.ts'
import { additions, additionsFor } from './additions.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { findConcern } from './find-concern.server.ts'
import { findMyConcern } from './my-concerns.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'
import { verifyChronology } from './verify-chronology.server.ts'

const raise = (by: string) => raiseConcern(of(by), { id: newId(), who: 'Wren', what: 'He does not want to go home.', danger: 'soon' })
const add = (by: string, concernId: string, part: string, said: Record<string, string>, id = newId()) => addToConcern(of(by), { id, concernId, part, said })
const lines = async (by: string, id: string) => (await findConcern(of(by), id)).chronology.filter((line) => line.kind === 'added').map(({ part, says }) => ({ part, says }))
const someDaysAgo = () => after(-days(3)).toISOString().slice(0, 10)
let visitor: Visitor

beforeAll(async () => {
  const menteeId = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Dunnock' })
  const { code } = await giveMenteeCode(of('marcus'), { menteeId })
  visitor = (await lookUpVisit((await letMenteeIn({ code }, { address: '203.0.113.9' })).token))!.visitor
})

test('a young person adds what was said and seen; readers have each apart, and the raiser only that they did', async () => {
  const id = await raise('jay')
  await receiveConcern(of('marcus'), { concernId: id })
  await add('jay', id, 'words', { words: '“I hate it there.”' })
  await add('jay', id, 'seen', { seen: 'A mark on his wrist.', hasMark: 'yes' })
  expect(await lines('marcus', id)).toEqual([
    { part: 'words', says: [{ label: 'In the young person’s own words', text: '“I hate it there.”' }] }, { part: 'seen', says: [{ label: 'What was seen and heard', text: 'A mark on his wrist.' }] },
  ])
  const mine = await findMyConcern(of('jay'), id)
  expect(mine).toMatchObject({ isAdult: false, added: [{ part: 'words', hasMark: false }, { part: 'seen', hasMark: true }] })
  expect(JSON.stringify(mine)).not.toContain('wrist')
  expect(await read(of('jay'), (tx) => tx.chronologyEntry.count({ where: { concernId: id } })), 'not a line of it').toBe(0)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('an adult fills every part; a young person is asked few, and for nothing they would have to find out', async () => {
  const id = await raise('marcus')
  for (const { part, questions } of additionsFor(true)) await add('marcus', id, part, Object.fromEntries(questions.map(({ name, kind, options }) => [name, kind === 'day' ? someDaysAgo() : kind === 'time' ? '15:20' : kind === 'choice' ? options![0]!.value : `${name} of it`])))
  const read = await lines('fatima', id)
  expect(read.map(({ part }) => part)).toEqual(additions.map(({ part }) => part))
  expect(read.find(({ part }) => part === 'happened')!.says.map(({ text }) => text)).toEqual([expect.stringMatching(/^\w+day,? \d+ \w+ \d{4}$/), '15:20', 'place of it', 'late of it'])
  expect(read.find(({ part }) => part === 'parent')!.says[0]).toEqual({ label: 'Does a parent or carer know?', text: 'Yes' })
  expect(additionsFor(false).map(({ part }) => part)).toEqual(['words', 'seen', 'happened', 'now', 'kind'])
  for (const part of ['asked', 'opinion', 'wishes', 'parent']) await expect(add('jay', await raise('jay'), part, { [part]: words }), part).rejects.toThrow(NotFound)
})

test('what is claimed is held against today: a day to come is refused, an adult says why it is late, a young person may', async () => {
  const [id, mine] = [await raise('marcus'), await raise('jay')]
  await expect(add('marcus', id, 'happened', { day: someDaysAgo(), place: 'Online' })).rejects.toThrow('why it is written down now')
  await expect(add('marcus', id, 'happened', { day: after(days(1)).toISOString().slice(0, 10) })).rejects.toThrow('still to come')
  await expect(add('marcus', id, 'happened', { day: 'Tuesday' })).rejects.toThrow('calendar')
  await expect(add('marcus', id, 'happened', { day: '', time: '', place: ' ', late: '' })).rejects.toThrow('few words')
  await add('jay', mine, 'happened', { day: someDaysAgo() })
  expect(await lines('fatima', id)).toEqual([])
  expect(await lines('fatima', mine)).toHaveLength(1)
})

test('nobody but whoever raised it; not once they have left; also when it is kept from them, and they learn nothing by it', async () => {
  const id = await raise('jay')
  for (const by of ['amara', 'marcus', 'fatima', 'zia', 'hana']) await expect(add(by, id, 'words', { words }), by).rejects.toThrow(NotFound)
  const wordless = change(of('fatima'), (tx) => addToChronology(tx, { concernId: id, organisationId: cast.riverside, kind: 'added', facts: { part: 'words' }, words }))
  await expect(wordless, 'nor past the deed').rejects.toThrow()
  await expect(addToConcern(visitor, { id: newId(), concernId: id, part: 'words', said: { words } })).rejects.toThrow(NotFound)

  const about = await raise('marcus')
  await keepFrom(of('fatima'), { ...step(about), personId: of('marcus').id, words })
  await takeOnConcern(of('tom'), { concernId: about, firstStep: 'See him.' })
  await add('marcus', about, 'seen', { seen: words })
  expect(await findMyConcern(of('marcus'), about)).toMatchObject({ receivedByName: null, takenOnByName: null, toldNames: ['Fatima', 'Tom'], added: [{ part: 'seen' }] })
  await expect(findConcern(of('marcus'), about)).rejects.toThrow(NotFound)

  const left = await raise('dylan')
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of('dylan').id}'`)
  await expect(addToConcern(await viewerOf(of('dylan').id), { id: newId(), concernId: left, part: 'words', said: { words } })).rejects.toThrow(Forbidden)
  await expect(add('dylan', left, 'words', { words }), 'nor with a viewer from before').rejects.toThrow()
})

test('kept out of what they raised, nothing in the database that is asked about a concern names who came to it since', async () => {
  const id = await raise('marcus')
  await keepFrom(of('fatima'), { ...step(id), personId: of('marcus').id, words })
  await takeOnConcern(of('tom'), { concernId: id, firstStep: 'See him.' })
  await bringIn(of('tom'), { ...step(id), personId: of('helen').id, words })
  const { rows } = await onServer(databaseUrl(), `SELECT p.proname AS name, format_type(p.proargtypes[0], NULL) AS takes FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'app' AND p.prokind = 'f' AND p.provolatile <> 'v' AND p.pronargs = 1 AND p.proargtypes[0] IN ('uuid'::regtype, 'uuid[]'::regtype) AND has_function_privilege('app', p.oid, 'EXECUTE')`) as { rows: { name: string; takes: string }[] }
  expect(rows.length).toBeGreaterThan(50)
  const answers = (by: string) => read(of(by), async (tx) => {
    const named: string[] = []
    for (const { name, takes } of rows) {
      const [answer] = await tx.$queryRawUnsafe<{ said: string }[]>(`SELECT coalesce(jsonb_agg(to_jsonb(x))::text, '') AS said FROM app.${name}(${takes === 'uuid' ? `'${id}'` : `ARRAY['${id}']::uuid[]`}) x`)
      if (answer!.said.includes(of('helen').id)) named.push(name)
    }
    return named
  })
  expect(await answers('marcus')).toEqual([])
  expect(await answers('tom'), 'and its keeper is answered').not.toEqual([])
  const hear = heardOf('concern:noted', async () => {
    await add('marcus', id, 'seen', { seen: words })
    await readersTold(id)
  })
  expect(await hear, 'who reads it hears of it all the same').toEqual(['fatima', 'helen', 'tom'])
})

test('a mentee on a visit adds to their own', async () => {
  const id = await raiseConcern(visitor, { id: newId(), who: 'Me', what: 'Something at home.', danger: 'unsure' })
  await addToConcern(visitor, { id: newId(), concernId: id, part: 'now', said: { where: 'In the library' } })
  expect(await findMyConcern(visitor, id)).toMatchObject({ isAdult: false, added: [{ part: 'now' }] })
  expect((await findConcern(of('fatima'), id)).chronology.find((line) => line.kind === 'added')).toMatchObject({ byName: null, says: [{ text: 'In the library' }] })
})

test('sent twice, at once or again, it is one line', async () => {
  const [id, form] = [await raise('jay'), newId()]
  await Promise.all([1, 2, 3].map(() => add('jay', id, 'words', { words }, form)))
  await add('jay', id, 'words', { words }, form)
  await Promise.all([add('jay', id, 'words', { words: 'One.' }), add('jay', id, 'seen', { seen: 'Two.' })])
  expect(await lines('fatima', id)).toHaveLength(3)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('whoever looks after it is called: on Today and by one letter until they look, also when it was closed', async () => {
  const id = await taken()
  const why = async (by: string) => (await casesToday(of(by), { take: 100 })).find((one) => one.concernId === id)?.why
  const letters = async () => {
    await readersTold(id)
    return (await onServer(databaseUrl(), `SELECT count(*)::int AS n FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = '${id}' AND data->>'personId' = '${of('fatima').id}'`) as unknown as { rows: { n: number }[] }).rows[0]!.n
  }
  await triage(id, 'low')
  await decide(id, 'nothing_more')
  await closeConcern(of('fatima'), { ...step(id), outcome: 'no_harm', words })
  expect(await why('fatima')).toBeUndefined()
  const before = await letters()
  await add('jay', id, 'words', { words })
  await add('jay', id, 'now', { where: 'At the gate' })
  expect([await why('fatima'), await why('tom'), await letters()]).toEqual(['added', undefined, before + 1])
  expect(await stateOf('fatima', id), 'it stays closed until somebody opens it again').toBe('closed')
  expect(await kinds(id)).toContain('added')
  await findConcern(of('fatima'), id)
  expect(await why('fatima')).toBeUndefined()
  await add('jay', id, 'words', { words })
  expect(await letters()).toBe(before + 2)
  await findConcern(of('fatima'), id)
  expect(await why('fatima'), 'read again within the same quarter of an hour').toBeUndefined()
  await add('jay', id, 'words', { words })
  expect(await letters()).toBe(before + 3)
  await findConcern(of('fatima'), id)
  await moveClock('16 minutes')
  await add('jay', id, 'words', { words })
  await findConcern(of('fatima'), id)
  expect(await letters(), 'not of what they have looked at before the queue came to it').toBe(before + 3)
})
