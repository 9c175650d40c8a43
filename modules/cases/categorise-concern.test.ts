import { expect, test } from 'vitest'
import { cast, of, step, taken, words } from '#tests/support/a-case.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addCategory } from '../safeguarding/add-category.server.ts'
import { addToChronology } from '../safeguarding/add-to-chronology.server.ts'
import { addToConcern } from '../safeguarding/add-to-concern.server.ts'
import { categories, categoryLabels } from '../safeguarding/categories.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { categoriesToKeep } from '../safeguarding/own-categories.server.ts'
import { retireCategory } from '../safeguarding/retire-category.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { categoriseConcern } from './categorise-concern.server.ts'
import { findCase } from './find-case.server.ts'
import { keepFrom } from './keep-from.server.ts'

const called = async (id: string) => (await findCase(of('fatima'), id)).categories.map(({ label }) => label)
async function own(label: string, by = 'fatima', organisationId = cast.riverside) {
  const id = newId()
  await addCategory(of(by), { id, organisationId, under: 'violence', label })
  return id
}

test('no key of the list is used twice, and each is one that the database takes', () => {
  const keys = categories.flatMap(({ key, leaves }) => [key, ...leaves.map((leaf) => leaf.key)])
  expect(Object.keys(categoryLabels)).toHaveLength(keys.length)
  expect(keys.filter((key) => !/^[a-z_]{3,40}$/.test(key))).toEqual([])
})

test('what whoever raised it calls it counts until a keeper has said; the last one counts, and all stay', async () => {
  const id = await taken()
  const kind = (value: string) => addToConcern(of('jay'), { id: newId(), concernId: id, part: 'kind', said: { kind: value } })
  await kind('online')
  expect(await called(id)).toEqual(['Online'])
  const form = { ...step(id), categories: ['bullying', 'online', 'bullying'] }
  await Promise.all([1, 2].map(() => categoriseConcern(of('fatima'), form)))
  await categoriseConcern(of('tom'), { ...step(id), categories: ['neglect'] })
  await kind('welfare')
  expect(await called(id)).toEqual(['Neglect'])
  expect((await findConcern(of('fatima'), id)).chronology.filter((line) => line.kind === 'categorised').map((line) => line.categories)).toEqual([['Bullying', 'Online'], ['Neglect']])
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  await onServer(databaseUrl(), `SET session_replication_role = replica; UPDATE "ChronologyHead" SET categories = '{online}' WHERE "concernId" = '${id}'`)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: false, why: 'Where the case stands is not what the lines say.' })
})

test('only whoever keeps the case; not whoever was brought in, or whom it is kept from, nor past the deed', async () => {
  const id = await taken()
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  await expect(categoriseConcern(of('helen'), { ...step(id), categories: ['online'] })).rejects.toThrow(Forbidden)
  await keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words })
  for (const by of ['tom', 'jay', 'marcus', 'bea', 'grace']) await expect(categoriseConcern(of(by), { ...step(id), categories: ['online'] }), by).rejects.toThrow(NotFound)
  for (const [by, list] of [['helen', ['online']], ['fatima', []], ['fatima', [newId()]]] as const)
    await expect(change(of(by), (tx) => addToChronology(tx, { concernId: id, organisationId: cast.riverside, kind: 'categorised', facts: { categories: [...list] } })), by).rejects.toThrow()
  await expect(categoriseConcern(of('fatima'), { ...step(id), categories: [] })).rejects.toThrow('Choose what kind')
  await expect(categoriseConcern(of('fatima'), { ...step(id), categories: ['no_such_kind'] })).rejects.toThrow(Conflict)
})

test('a lead adds kinds of the setting’s own and takes them off; what was called so keeps its name, and nothing of another setting can be chosen', async () => {
  const [id, mine, theirs] = [await taken(), await own('Two postcodes'), await own('Harbour nights', 'bea', cast.harbour)]
  await categoriseConcern(of('fatima'), { ...step(id), categories: [mine, 'weapons'] })
  await expect(categoriseConcern(of('fatima'), { ...step(id), categories: [theirs] })).rejects.toThrow(Conflict)
  await retireCategory(of('tom'), { categoryId: mine })
  await retireCategory(of('tom'), { categoryId: mine })
  expect((await called(id)).sort()).toEqual(['Knives and other weapons', 'Two postcodes'])
  await expect(categoriseConcern(of('fatima'), { ...step(await taken()), categories: [mine] })).rejects.toThrow(Conflict)
  expect((await categoriesToKeep(of('fatima')))[0]!.own.find((one) => one.id === mine)).toMatchObject({ isRetired: true, label: 'Two postcodes' })
})

test('only leads and deputies of the setting keep its list; a name is there once, also by two at once; the statutory kinds cannot be taken away', async () => {
  for (const by of ['jay', 'marcus', 'grace', 'helen', 'hana', 'bea']) await expect(own('A kind', by), by).rejects.toThrow(Forbidden)
  const id = await own('Once only')
  await expect(own('once  ONLY', 'tom')).rejects.toThrow('already')
  await expect(own('Neglect')).rejects.toThrow('already')
  expect((await Promise.allSettled([own('At once'), own('At once', 'tom')])).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await addCategory(of('fatima'), { id, organisationId: cast.riverside, under: 'violence', label: 'Once only' })
  for (const by of ['bea', 'jay']) await expect(retireCategory(of(by), { categoryId: id }), by).rejects.toThrow(NotFound)
  for (const by of ['marcus', 'grace']) await expect(retireCategory(of(by), { categoryId: id }), by).rejects.toThrow(Forbidden)
  await expect(retireCategory(of('fatima'), { categoryId: 'neglect' })).rejects.toThrow()
  await expect(change(of('marcus'), (tx) => tx.concernCategory.createMany({ data: [{ id: newId(), organisationId: cast.riverside, under: 'online', label: 'Past the deed', addedById: of('marcus').id }] }))).rejects.toThrow()
  expect(await read(of('jay'), (tx) => tx.concernCategory.count())).toBe(0)
})
