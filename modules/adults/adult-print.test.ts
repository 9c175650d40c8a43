import { expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { NotFound } from '../errors.ts'
import { addToAdultConcern } from './add-to-adult-concern.server.ts'
import { askSharer } from './ask-sharer.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { adultLineGroups, groupOfAdultLine, significantAboutAdult } from './line-groups.ts'
import { keepsAdultConcern, printAdultConcern } from './print-adult-concern.server.ts'
import { shareAdultConcern } from './share-adult-concern.server.ts'
import { adultSteps } from './steps.ts'
import { verifyAdultConcerns } from './verify-adult-concerns.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const step = (adultConcernId: string) => ({ id: newId(), adultConcernId })
const usual = (adultConcernId: string) => ({ adultConcernId, groups: [], from: '', until: '' })
const share = (more: object = {}) => shareAdultConcern(of('jay'), { id: newId(), danger: 'not_now', what: 'He texts her.', aboutId: of('marcus').id, ...more })
const prints = async (id: string) => (await findAdultConcern(of('fatima'), id)).lines.filter(({ kind }) => kind === 'printed').map(({ byName }) => byName)

test('what happened is printed, and that it was is a line of the record first, once, also pressed twice', async () => {
  const id = await share()
  await holdAdultConcern(of('fatima'), step(id))
  await addToAdultConcern(of('jay'), { ...step(id), words: 'Again at midnight.' })
  const [printed] = await Promise.all([printAdultConcern(of('fatima'), usual(id)), printAdultConcern(of('fatima'), usual(id))])
  expect(printed.now.lines.map(({ kind }) => kind)).toEqual(['raised', 'held', 'added'])
  expect(printed).toMatchObject({ printedByName: 'Fatima', groups: [...significantAboutAdult].sort(), link: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
  expect(await prints(id)).toEqual(['Fatima'])
  await printAdultConcern(of('fatima'), { ...usual(id), groups: ['looks'] })
  await printAdultConcern(of('tom'), usual(id))
  await moveClock('20 minutes')
  expect((await printAdultConcern(of('tom'), { ...usual(id), groups: ['people'] })).now.lines.map(({ kind }) => kind)).toEqual(['told'])
  expect((await printAdultConcern(of('tom'), { ...usual(id), from: '2000-01-01', until: '2000-01-02' })).now.lines).toEqual([])
  expect(await prints(id)).toEqual(['Fatima', 'Fatima', 'Tom', 'Tom', 'Tom'])
  await expect(printAdultConcern(of('tom'), { ...usual(id), groups: ['everything'] as never })).rejects.toThrow()
  expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === id)).toMatchObject({ isWhole: true })
  await moveClock('0')
})

test('a name that is kept apart is not on paper, though whoever prints it has asked for it', async () => {
  const id = await share({ isApart: true, toldBy: 'Robin' })
  await askSharer(of('fatima'), { ...step(id), words: 'A child may have seen it.' })
  expect(await findAdultConcern(of('fatima'), id)).toMatchObject({ sharedBy: 'Jay', toldBy: 'Robin' })
  const printed = await printAdultConcern(of('fatima'), { ...usual(id), groups: adultLineGroups.map(({ value }) => value) })
  expect(JSON.stringify(printed)).not.toMatch(/Jay|Robin/)
  expect(JSON.stringify(await printAdultConcern(of('fatima'), usual(await share())))).toContain('Jay')
})

test('only who keeps it prints it, and nothing goes on record of anybody else; nor by hand what is no print', async () => {
  const id = await share()
  for (const name of ['marcus', 'jay', 'hana', 'grace', 'bea', 'ella']) {
    await expect(printAdultConcern(of(name), usual(id)), name).rejects.toThrow(NotFound)
    await expect(keepsAdultConcern(of(name), id), name).rejects.toThrow(NotFound)
    await expect(change(of(name), (tx) => tx.$executeRawUnsafe(`SELECT app.print_adult_concern('${newId()}', '${id}', '{"groups":[]}')`)), name).rejects.toThrow(/not yours/)
  }
  for (const facts of ['{}', '{"groups":["all"]}', '{"groups":[],"keptFrom":[]}', '{"groups":[],"from":"soon"}'])
    await expect(change(of('fatima'), (tx) => tx.$executeRawUnsafe(`SELECT app.print_adult_concern('${newId()}', '${id}', '${facts}')`)), facts).rejects.toThrow(/not yours/)
  await keepsAdultConcern(of('fatima'), id)
  expect((await findAdultConcern(of('fatima'), id)).lines.map(({ kind }) => kind)).toEqual(['raised', 'told', 'looked'])
})

test('every step is in a group, and what is printed anyway is not who looked', () => {
  for (const kind of Object.keys(adultSteps)) expect(adultLineGroups.map(({ value }) => value)).toContain(groupOfAdultLine(kind))
  expect(significantAboutAdult).not.toContain(groupOfAdultLine('looked'))
})
