import { afterEach, expect, test } from 'vitest'
import { cast, of, words } from '#tests/support/a-case.ts'
import { agree, answer, ask, asked, closed, ended, keys, years } from '#tests/support/a-due-concern.ts'
import { adultStep, closedLowLevel } from '#tests/support/an-adult-concern.ts'
import { atOneLock } from '#tests/support/at-one-lock.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { findAdultConcern } from '../adults/find-adult-concern.server.ts'
import { noteOnAdultConcern } from '../adults/note-on-adult-concern.server.ts'
import { verifyAdultConcerns } from '../adults/verify-adult-concerns.server.ts'
import { today } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { addNote } from '../safeguarding/add-note.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { askToDestroy } from './ask-to-destroy.server.ts'
import { keepLonger } from './keep-longer.server.ts'

const headOf = (id: string) => `SELECT FROM "ChronologyHead" WHERE "concernId" = '${id}' FOR UPDATE`
const ofKeeping = `SELECT app.one_of_keeping('${cast.riverside}')`
const note = (id: string) => addNote(of('fatima'), { id: newId(), concernId: id, words: 'His sister rang.' })
const keep = (id: string) => keepLonger(of('fatima'), { id: newId(), subjectId: id, until: `${Number(today().slice(0, 4)) + 2}-01-01`, words })
const standing = async (id: string) => { const { isWhole, isDestroyed } = await verifyChronology('system', id); return { isWhole, isDestroyed, hasKeys: (await keys(id)) > 0 } }
const gone = { isWhole: true, isDestroyed: true, hasKeys: false }
const there = { isWhole: true, isDestroyed: false, hasKeys: true }
afterEach(() => moveClock('0'))

/** One that is due, asked for, and read by the second person. */
async function readByTom() {
  const id = await ended()
  await years(26)
  const destruction = await asked([id])
  await findConcern(of('tom'), id)
  return { id, destruction }
}

test('a line that is added while it is destroyed comes too late, and leaves no key behind', async () => {
  const { id, destruction } = await readByTom()
  const [agreed, noted] = await atOneLock(headOf(id), () => answer('tom', destruction), () => note(id))
  expect(agreed.status).toBe('fulfilled')
  expect(noted).toMatchObject({ status: 'rejected', reason: expect.any(Conflict) as Conflict })
  expect(await standing(id)).toEqual(gone)
})

test('a line that is added a moment before: nothing is destroyed, and the line stays', async () => {
  const { id, destruction } = await readByTom()
  const [noted, agreed] = await atOneLock(headOf(id), () => note(id), () => answer('tom', destruction))
  expect(noted.status).toBe('fulfilled')
  expect(agreed).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/Something was added/) as string } })
  expect(await standing(id)).toEqual(there)
})

test('kept longer while it is destroyed comes too late, and whoever wrote it is told; kept longer a moment before, nothing goes', async () => {
  const one = await readByTom()
  const [agreed, kept] = await atOneLock(ofKeeping, () => answer('tom', one.destruction), () => keep(one.id))
  expect(agreed.status).toBe('fulfilled')
  expect(kept).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/nothing left to keep/) as string } })
  expect(await standing(one.id)).toEqual(gone)
  expect(await ask(`SELECT FROM "KeptLonger" WHERE "subjectId" = '${one.id}'`)).toEqual([])
  await moveClock('0')

  const other = await readByTom()
  const [keptFirst, tooSoon] = await atOneLock(ofKeeping, () => keep(other.id), () => answer('tom', other.destruction))
  expect(keptFirst.status).toBe('fulfilled')
  expect(tooSoon).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/not due/) as string } })
  expect(await standing(other.id)).toEqual(there)
})

test('a line that is added to a record about an adult while that is destroyed comes too late', async () => {
  const id = await closedLowLevel({ aboutId: undefined, aboutName: 'The one who drives the bus' })
  await years(51)
  const destruction = newId()
  await askToDestroy(of('fatima'), { id: destruction, organisationId: cast.riverside, rule: 'adults.low-level', subjectIds: [id], words })
  await findAdultConcern(of('tom'), id)
  const [agreed, noted] = await atOneLock(`SELECT FROM "AdultHead" WHERE "adultConcernId" = '${id}' FOR UPDATE`, () => answer('tom', destruction), () => noteOnAdultConcern(of('fatima'), { ...adultStep(id), words }))
  expect([agreed.status, noted.status]).toEqual(['fulfilled', 'rejected'])
  expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === id)).toMatchObject({ isWhole: true, isDestroyed: true })
})

test('what has lost its key is not taken away as well: not the concern, not a line, not what says that it was destroyed', async () => {
  const id = await closed()
  await years(26)
  const destruction = await asked([id])
  await agree('tom', destruction)
  for (const sql of [`DELETE FROM "Concern" WHERE id = '${id}'`, `DELETE FROM "ChronologyEntry" WHERE "concernId" = '${id}'`, `DELETE FROM "CaseAction" WHERE "concernId" = '${id}'`, `DELETE FROM "Destruction" WHERE id = '${destruction}'`]) await expect(ask(sql), sql).rejects.toThrow(/foreign key|never changed|append/)
  expect(await standing(id)).toEqual(gone)
})
