import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theExample } from '../curriculum/the-curriculum.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { bringInSpecification } from './bring-in-specification.server.ts'
import { previewSpecification, sizeOf } from './preview-specification.server.ts'
import { findSpecification, specifications } from './specifications.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })
const of = (name: string) => cast.people[name]!

const head = 'code,title,version,unit,unit_title,outcome,outcome_title,criterion,says,taught_in,shown_by'
const csv = (...rows: string[]) => [head, ...rows].join('\n')
const row = 'OUR-1,Our own,1,U1,First,1,Know it,1.1,"Say it, plainly",unit-listening unit-listening/only-listening,answer reflection'
const wrongWith = (text: string) => previewSpecification(text).wrong.map(({ where, says }) => `${where}: ${says}`)

test('the example covers six topics in at least twenty criteria, and says that it is one', () => {
  expect(theExample).toMatchObject({ isExample: true, title: expect.stringContaining('Example') as unknown })
  expect(sizeOf(theExample!).units).toBe(6)
  expect(sizeOf(theExample!).criteria).toBeGreaterThanOrEqual(20)
})

test('a table and a JSON file say the same', () => {
  const { specification, wrong } = previewSpecification(csv(row))
  expect(wrong).toEqual([])
  expect(specification).toMatchObject({ code: 'OUR-1', version: 1, isExample: false, units: [{ ref: 'U1', outcomes: [{ number: '1', criteria: [{ number: '1.1', says: 'Say it, plainly', taughtIn: ['unit-listening', 'unit-listening/only-listening'], shownBy: ['answer', 'reflection'] }] }] }] })
  expect(previewSpecification(JSON.stringify(specification)).specification).toEqual(specification)
})

test.each([[';', '\r\n'], ['\t', '\r'], [',', '\r\n']])('a table as a spreadsheet of any region writes it (%j, %j) is read', (between, end) => {
  const table = `\uFEFF${[head.replaceAll(',', between), row.replace('"Say it, plainly"', 'Say it').replaceAll(',', between)].join(end)}${end}`
  expect(previewSpecification(table)).toMatchObject({ wrong: [], specification: { units: [{ outcomes: [{ criteria: [{ says: 'Say it' }] }] }] } })
})

test.each([
  ['nothing', '  ', 'The file: There is nothing in it.'],
  ['a workbook', 'PK\u0003\u0004\0\0', 'The file: It is no plain text.'],
  ['JSON cut short', '{"code": "X', 'The file: It begins like JSON and is not whole'],
  ['a JSON list', '[1, 2]', 'The beginning: '],
  ['a key nobody knows', JSON.stringify({ ...theExample, colour: 'red' }), 'The beginning: “colour” is not known here.'],
  ['a missing column', 'code,title\nA,B', 'Line 1: The column “version” is missing.'],
  ['a quote that never ends', csv('OUR-1,Our own,1,U1,"First'), 'Line 2: This table cannot be read from here on'],
  ['a row too short', csv(row, 'OUR-1,Our own'), 'Line 3: This table cannot be read from here on'],
  ['an empty criterion', csv(row, row.replace('1.1,"Say it, plainly"', '1.2,')), 'Line 3: “says”: '],
  ['an unknown kind', csv(row, row.replace('1.1', '1.2').replace('answer reflection', 'answer,photograph')), 'Line 3: '],
  ['a kind that is not one', csv(row.replace('answer reflection', 'photograph')), 'Line 2: A kind of evidence is one of'],
  ['a criterion twice', csv(row, row), 'Line 3: The criterion 1.1 of U1 is there twice.'],
  ['a unit nobody teaches', csv(row.replace('unit-listening ', 'unit-flying ')), 'Line 2: “unit-flying” is no unit or card of a course here.'],
  ['two versions in one table', csv(row, row.replace('own,1', 'own,2').replace('1.1', '1.2')), 'Line 3: “version” is “2” here and “1” in the first row.'],
  ['a column twice', csv(row).replace('code,', 'code,code,').replace('OUR-1,', 'OUR-1,OUR-9,'), 'Line 1: The column “code” is there twice.'],
  ['a letter nobody can see, spelled out', JSON.stringify({ ...theExample, title: 'Peer\u0000mentor' }), 'The file: There are letters in it that nobody can see'],
  ['half a letter', JSON.stringify({ ...theExample, title: 'Peer \ud800' }), 'The file: There are letters in it that nobody can see'],
  ['a line turned round', csv(row.replace('Our own', 'Our \u202eown')), 'The file: There are letters in it that nobody can see'],
  ['a list where words go', JSON.stringify({ ...theExample, title: [] }), 'The beginning: “title”: There should be words here.'],
  ['nothing where words go', JSON.stringify({ ...theExample, title: undefined }), 'The beginning: “title”: It is missing. There should be words here.'],
  ['too many hours', JSON.stringify({ ...theExample, guidedHours: 1e9 }), 'The beginning: “guidedHours”: There should be 2000 at most.'],
  ['a list nobody can count the depth of', `{"title":${'['.repeat(150_000)}${']'.repeat(150_000)}}`, 'The beginning: “title”: There should be words here.'],
  ['a column that is no word', csv(row).replace('shown_by', '__proto__'), 'Line 1: The column “__proto__” is not known here.'],
  ['a version that is a word', csv(row.replace('own,1', 'own,first')), '“version”: A version is a whole number from 1.'],
])('%s is answered with where and what', (_what, text, expected) => {
  expect(previewSpecification(text).specification).toBeNull()
  expect(wrongWith(text).join('\n')).toContain(expected)
})

test('a programme lead brings one in for the site and its settings; the record says so, and a resend is the same one', async () => {
  const given = { id: newId(), organisationId: cast.eastside, text: JSON.stringify(theExample) }
  expect(await bringInSpecification(of('ella'), given)).toBe(given.id)
  expect(await bringInSpecification(of('ella'), given)).toBe(given.id)
  for (const name of ['amara', 'zia', 'noor', 'grace']) expect((await findSpecification(of(name), { specificationId: given.id })).units, name).toHaveLength(6)
  const acts = await read(of('ella'), (tx) => tx.act.findMany({ where: { kind: 'accreditation.specification-brought-in' } }))
  expect(acts).toMatchObject([{ organisationId: cast.eastside, subjectId: given.id, facts: { version: 2, units: 6 } }])
  await expect(bringInSpecification(of('ella'), { ...given, id: newId() })).rejects.toThrow(Conflict)
})

test('where a criterion is taught is said by the titles of units and cards, not by their ids', async () => {
  const id = newId()
  await bringInSpecification(of('grace'), { id, organisationId: cast.riverside, text: csv(row.replaceAll('OUR-1', 'OUR-4')) })
  const { names } = await findSpecification(of('grace'), { specificationId: id })
  expect(Object.keys(names)).toEqual(['unit-listening', 'unit-listening/only-listening'])
  for (const name of Object.values(names)) expect(name).toMatch(/^[A-Z].* ?/)
})

test('what one setting brings in stays there', async () => {
  const id = newId()
  await bringInSpecification(of('grace'), { id, organisationId: cast.riverside, text: csv(row) })
  expect((await specifications(of('amara'))).specifications.map((one) => one.id)).toContain(id)
  for (const name of ['zia', 'cass', 'ella']) await expect(findSpecification(of(name), { specificationId: id }), name).rejects.toThrow(NotFound)
})

test('of two at once one brings it in, and the other is told', async () => {
  const text = csv(row.replaceAll('OUR-1', 'OUR-2'))
  const outcomes = await Promise.allSettled([newId(), newId()].map((id) => bringInSpecification(of('grace'), { id, organisationId: cast.riverside, text })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
})

test('nothing wrong comes in, not even in part; and nobody else brings one in', async () => {
  const before = await read(of('grace'), (tx) => tx.specification.count())
  await expect(bringInSpecification(of('grace'), { id: newId(), organisationId: cast.riverside, text: csv(row.replaceAll('OUR-1', 'OUR-3'), 'x') })).rejects.toThrow(/Nothing was brought in. Line 3/)
  expect(await read(of('grace'), (tx) => tx.specification.count())).toBe(before)
  for (const name of ['amara', 'noor', 'sam', 'marcus', 'hana', 'cass']) await expect(bringInSpecification(of(name), { id: newId(), organisationId: cast.riverside, text: csv(row) }), name).rejects.toThrow(Forbidden)
})
