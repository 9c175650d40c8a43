import { afterEach, expect, test } from 'vitest'
import { cast, of, step, taken, words } from '#tests/support/a-case.ts'
import { agree, ask, asked, closed, due, hold, keys, years } from '#tests/support/a-due-concern.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { categoriseConcern } from '../cases/categorise-concern.server.ts'
import { today } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { purgeBin } from '../journals/purge-bin.server.ts'
import { endHold } from './end-hold.server.ts'
import { findHolds } from './find-holds.server.ts'
import { keepLonger } from './keep-longer.server.ts'
import { findTimeCome, keptLonger } from './kept-longer.server.ts'
import { whatIsDue } from './what-is-due.server.ts'

const inYears = (count: number) => `${Number(today().slice(0, 4)) + count}-01-01`
afterEach(() => moveClock('0'))

test('when a concern is due: 25 years for a child, 50 about an adult, 75 where it has to do with child sexual abuse; never while it is open; for leads and nobody else', async () => {
  const child = await closed()
  const adult = await closed({ isAboutAdult: true })
  const abuse = await closed()
  await categoriseConcern(of('fatima'), { ...step(abuse), categories: ['sextortion'] })
  const open = await taken()
  expect(await due('fatima')).toEqual([])
  await years(26)
  expect(await due('fatima')).toEqual([child])
  expect(await due('tom')).toEqual([child])
  for (const name of ['hana', 'marcus', 'grace', 'bea', 'ella', 'jay', 'helen', 'hugo']) expect(await due(name), name).toEqual([])
  await years(25)
  expect((await due('fatima')).sort()).toEqual([child, adult].sort())
  await years(25)
  expect((await due('fatima')).sort()).toEqual([child, adult, abuse].sort())
  expect(await due('fatima')).not.toContain(open)
}, 60_000)

test('kept longer, with a reason, until a day; then it is due again', async () => {
  const id = await closed()
  await years(26)
  await expect(keepLonger(of('marcus'), { id: newId(), subjectId: id, until: inYears(1), words })).rejects.toThrow(Conflict)
  await expect(keepLonger(of('fatima'), { id: newId(), subjectId: id, until: '2020-01-01', words })).rejects.toThrow('to come')
  const one = { id: newId(), subjectId: id, until: inYears(2), words: 'An inquiry is expected.' }
  await keepLonger(of('fatima'), one)
  await keepLonger(of('fatima'), one)
  expect(await due('tom')).not.toContain(id)
  await expect(asked([id], 'tom')).rejects.toThrow(Conflict)
  await years(3)
  expect(await due('tom')).toContain(id)
})

test('kept longer until another day, later or sooner, by each who looks after it: the newest counts, and the list says until when, who and why; never past ten years', async () => {
  const id = await closed()
  await years(26)
  const keep = (name: string, until: string, why: string) => keepLonger(of(name), { id: newId(), subjectId: id, until, words: why })
  const listed = async (name: string) => (await keptLonger(of(name))).filter(({ subjectId }) => subjectId === id)
  await expect(keep('fatima', inYears(11), words)).rejects.toThrow('within ten years')
  await expect(ask(`INSERT INTO "KeptLonger" (id, "organisationId", rule, "subjectId", "untilDay", reason, "byId") VALUES (uuidv7(), '${cast.riverside}', 'safeguarding.concern', '${id}', app.now() + interval '11 years', '\\x00', '${of('tom').id}')`)).rejects.toThrow('KeptLonger_ten_years')
  expect(await listed('tom')).toEqual([])
  await keep('fatima', inYears(2), 'An inquiry is expected.')
  expect(await listed('tom')).toMatchObject([{ raisedByName: 'Jay', kept: { until: new Date(inYears(2)), byName: 'Fatima', reason: 'An inquiry is expected.' } }])
  await keep('tom', inYears(9), 'It will take longer.')
  expect(await listed('fatima')).toMatchObject([{ kept: { until: new Date(inYears(9)), byName: 'Tom', reason: 'It will take longer.' } }])
  for (const name of ['hana', 'marcus', 'bea', 'jay', 'ella']) {
    expect(await listed(name), name).toEqual([])
    await expect(keep(name, inYears(1), words), name).rejects.toThrow(Conflict)
    await expect(findTimeCome(of(name), id), name).rejects.toThrow(NotFound)
  }
  await keep('fatima', inYears(1), 'It was called off.')
  await years(28)
  expect(await listed('fatima')).toEqual([])
  expect(await due('tom')).toContain(id)
})

test('what is asked for and then kept longer does not go', async () => {
  const id = await closed()
  await years(26)
  const destruction = await asked([id])
  await keepLonger(of('tom'), { id: newId(), subjectId: id, until: inYears(1), words })
  await expect(agree('tom', destruction)).rejects.toThrow(/not due/)
  expect(await keys(id)).toBeGreaterThan(0)
})

test('a hold beats everything: on a concern, on whoever raised it; seen on the queue; until a lead ends it with a reason', async () => {
  const [one, other] = [await closed(), await closed()]
  await years(26)
  const destruction = await asked([one])
  const held = await hold('tom', `concern:${one}`)
  expect((await whatIsDue(of('fatima'), { take: 500 })).find(({ subjectId }) => subjectId === one)).toMatchObject({ isHeld: true })
  await expect(agree('tom', destruction)).rejects.toThrow(/held/)
  expect((await findHolds(of('fatima'))).find(({ id }) => id === held)).toMatchObject({ reason: 'The police asked, reference 12.', byName: 'Tom' })
  await endHold(of('fatima'), { id: newId(), holdId: held, words: 'The police wrote that it is over.' })
  expect(await ask(`SELECT "endedById" FROM "LegalHold" WHERE id = '${held}'`)).toEqual([{ endedById: of('fatima').id }])
  const onJay = await hold('fatima', `person:${of('jay').id}`)
  await expect(agree('tom', destruction)).rejects.toThrow(/held/)
  await expect(asked([other])).rejects.toThrow(/held/)
  await expect(endHold(of('bea'), { id: newId(), holdId: onJay, words })).rejects.toThrow(NotFound)
  await endHold(of('tom'), { id: newId(), holdId: onJay, words })
  await agree('tom', destruction)
  expect(await keys(one)).toBe(0)
})

test('who holds, and on whom: leads of that setting, never on themself, and nobody sees a hold on themself', async () => {
  for (const name of ['marcus', 'hana', 'grace', 'bea', 'jay', 'ella']) await expect(hold(name, `person:${of('amara').id}`), name).rejects.toThrow(Forbidden)
  await expect(hold('fatima', `person:${of('fatima').id}`)).rejects.toThrow(Conflict)
  await expect(hold('fatima', `person:${of('zia').id}`)).rejects.toThrow(NotFound)
  const onTom = await hold('fatima', `person:${of('tom').id}`)
  expect((await findHolds(of('tom'))).map(({ id }) => id)).not.toContain(onTom)
  await expect(endHold(of('tom'), { id: newId(), holdId: onTom, words })).rejects.toThrow(NotFound)
  await endHold(of('fatima'), { id: newId(), holdId: onTom, words })
})

test('what somebody threw away in their journal stays while they are held', async () => {
  const id = newId()
  await ask(`INSERT INTO "JournalEntry" (id, "organisationId", "personId", body, "binnedAt") VALUES ('${id}', '${cast.riverside}', '${of('amara').id}', '\\x00', app.now() - interval '40 days')`)
  const held = await hold('fatima', `person:${of('amara').id}`)
  await purgeBin()
  expect(await ask(`SELECT "purgedAt" FROM "JournalEntry" WHERE id = '${id}'`)).toEqual([{ purgedAt: null }])
  await endHold(of('fatima'), { id: newId(), holdId: held, words })
  expect(await purgeBin()).toBe(1)
})
