import { expect, test } from 'vitest'
import { of, step, taken, words } from '#tests/support/a-case.ts'
import { bringIn } from '../cases/bring-in.server.ts'
import { findCase } from '../cases/find-case.server.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { markBody } from '../cases/mark-body.server.ts'
import { read } from '../db/read.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { addMarks } from './add-marks.server.ts'
import { addToConcern } from './add-to-concern.server.ts'
import { findConcern } from './find-concern.server.ts'
import { marksOf } from './marks.ts'
import { findMyConcern } from './my-concerns.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { verifyChronology } from './verify-chronology.server.ts'

const raise = (by: string) => raiseConcern(of(by), { id: newId(), who: 'Wren', what: 'A mark on his arm.', danger: 'soon' })
const forearm = { place: 'front.left_forearm', x: 232, y: 310, size: 'like a coin' as const, shape: 'like fingers or a hand' as const, colour: 'blue or purple' as const, broken: 'no' as const }
const add = (by: string, concernId: string, marks: object[] = [forearm], id = newId()) => addMarks(of(by), { id, concernId, marks: marks as never })
const marked = async (by: string, id: string) => (await findConcern(of(by), id)).chronology.filter((line) => line.kind === 'marked')

test('an adult shows where they saw marks; readers have the drawing and the same in words, sealed, and the raiser only that they did', async () => {
  const id = await raise('marcus')
  await add('marcus', id, [forearm, { place: 'face.left_cheek', swollen: 'yes', more: 'He said a door.' }])
  const [line] = await marked('fatima', id)
  expect(line).toMatchObject({ byName: 'Marcus', marks: [forearm, { place: 'face.left_cheek', x: null }], says: [
    { label: '1. left forearm, front', text: 'Like a coin, like fingers or a hand, blue or purple, the skin was not broken.' }, { label: '2. left cheek', text: 'Swollen. He said a door.' },
  ] })
  expect((await findMyConcern(of('marcus'), id)).added).toMatchObject([{ part: 'marks' }])
  expect(Buffer.from((await read(of('fatima'), (tx) => tx.chronologyEntry.findUniqueOrThrow({ where: { id: line!.id } }))).words!).toString()).not.toContain('forearm')
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('a young person is not asked; once they have said that they saw a mark, it is theirs to show', async () => {
  const id = await raise('jay')
  await expect(add('jay', id)).rejects.toThrow(Forbidden)
  await addToConcern(of('jay'), { id: newId(), concernId: id, part: 'seen', said: { seen: 'A mark.', hasMark: 'yes' } })
  await add('jay', id)
  expect(await marked('fatima', id)).toHaveLength(1)
})

test('nobody else’s, and sent twice it is one', async () => {
  const [id, form] = [await raise('marcus'), newId()]
  for (const by of ['jay', 'fatima', 'zia', 'leon']) await expect(add(by, id), by).rejects.toThrow(NotFound)
  await Promise.all([1, 2, 3].map(() => add('marcus', id, [forearm], form)))
  expect(await marked('fatima', id)).toHaveLength(1)
})

test('whoever reads the case marks it too; not whoever does not, nor whom it is kept from', async () => {
  const id = await taken()
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  const form = step(id)
  await Promise.all([1, 2].map(() => markBody(of('helen'), { ...form, marks: [forearm] })))
  expect(await marked('fatima', id)).toMatchObject([{ byName: 'Helen' }])
  expect((await findCase(of('helen'), id)).can).toContain('marked')
  expect((await findCase(of('fatima'), id)).can).not.toContain('added')
  await keepFrom(of('fatima'), { ...step(id), personId: of('helen').id, words })
  for (const by of ['helen', 'marcus', 'grace', 'bea', 'jay']) await expect(markBody(of(by), { ...step(id), marks: [forearm] }), by).rejects.toThrow(NotFound)
})

test('a place that is none is refused, and so is a drawing without a mark; a form’s empty marks are none', async () => {
  const id = await raise('marcus')
  await expect(add('marcus', id, [{ place: 'front.wing' }])).rejects.toThrow('from the list')
  await expect(add('marcus', id, [{ ...forearm, colour: 'plaid' }])).rejects.toThrow('Pick one')
  await expect(add('marcus', id, [])).rejects.toThrow('choose it from the list')
  await expect(add('marcus', id, Array.from({ length: 9 }, () => forearm))).rejects.toThrow()
  expect(marksOf({ 'place-0': '', 'size-0': '', 'place-3': 'face.nose', 'x-3': '', 'y-3': '' })).toEqual([expect.objectContaining({ place: 'face.nose', x: '' })])
  await expect(add('marcus', id, marksOf({ 'place-0': 'face.nose', 'more-1': 'A second one.' }) as never), 'what is said of a mark is not dropped for want of a place').rejects.toThrow('from the list')
  await add('marcus', id, marksOf({ 'place-3': 'face.nose', 'x-3': '', 'y-3': '' }))
  expect((await marked('fatima', id))[0]!.marks).toEqual([{ place: 'face.nose', x: null, y: null, size: '', shape: '', colour: '', broken: '', swollen: '', more: '' }])
})
