import { expect, test } from 'vitest'
import { decide, of, step, taken, triage, words } from '#tests/support/a-case.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { addNote } from '../safeguarding/add-note.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { groupOf, lineGroups, significant } from '../safeguarding/line-groups.ts'
import { steps } from '../safeguarding/steps.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { printConcern } from './print-concern.server.ts'

const usual = (concernId: string) => ({ concernId, groups: [], from: '', until: '' })
const prints = async (id: string) => (await findConcern(of('fatima'), id)).chronology.filter((line) => line.kind === 'printed').map((line) => line.byName)

test('the significant events are printed, and that they were is a line of the chronology, once', async () => {
  const id = await taken()
  await triage(id, 'low')
  await addNote(of('fatima'), { ...step(id), words: 'Seen at two.' })
  const printed = await printConcern(of('fatima'), usual(id))
  expect(printed.concern.chronology.map((line) => line.kind)).toEqual(['raised', 'received', 'taken-on', 'triaged', 'note'])
  expect(printed).toMatchObject({ lines: 8, printedByName: 'Fatima', groups: significant, link: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
  await printConcern(of('fatima'), usual(id))
  expect(await prints(id), 'the same page again is the same print').toEqual(['Fatima'])
  await printConcern(of('fatima'), { ...usual(id), groups: ['looks'] })
  await printConcern(of('tom'), usual(id))
  expect(await prints(id), 'another choice is another print, and another person too').toEqual(['Fatima', 'Fatima', 'Tom'])
  await moveClock('20 minutes')
  await printConcern(of('tom'), usual(id))
  expect(await prints(id)).toHaveLength(4)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  await moveClock('0')
})

test('by kind and by day', async () => {
  const id = await taken()
  await triage(id, 'low')
  await moveClock('3 days')
  await decide(id, 'nothing_more')
  const kinds = async (more: object) => (await printConcern(of('fatima'), { ...usual(id), ...more })).concern.chronology.map((line) => line.kind)
  const [first, last] = (await findConcern(of('fatima'), id)).chronology.filter((line) => ['raised', 'decided'].includes(line.kind)).map((line) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' }).format(line.at))
  expect(await kinds({ until: first })).toEqual(['raised', 'received', 'taken-on', 'triaged'])
  expect(await kinds({ from: last })).toEqual(['decided'])
  expect(await kinds({ groups: ['people'] })).toEqual(['told'])
  await expect(kinds({ groups: ['everything'] })).rejects.toThrow()
  await moveClock('0')
})

test('only who keeps the case prints it: not who was brought in, nor whom it is kept from, nor anybody else; and nothing goes on record', async () => {
  const id = await taken()
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  await expect(printConcern(of('helen'), usual(id))).rejects.toThrow(Forbidden)
  await keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words })
  for (const name of ['tom', 'marcus', 'jay', 'grace', 'bea', 'ella']) await expect(printConcern(of(name), usual(id)), name).rejects.toThrow(NotFound)
  expect(await prints(id)).toEqual([])
})

test('every step is in a group, and what is significant is not who looked', () => {
  for (const kind of Object.keys(steps)) expect(lineGroups.map((group) => group.value)).toContain(groupOf(kind))
  expect(['raised', 'triaged', 'decided', 'closed', 'note', 'a-kind-that-comes-later'].every((kind) => significant.includes(groupOf(kind)))).toBe(true)
  expect(['looked', 'printed', 'told'].some((kind) => significant.includes(groupOf(kind)))).toBe(false)
})
