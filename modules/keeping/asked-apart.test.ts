import { afterEach, expect, test } from 'vitest'
import { cast, of, step, words } from '#tests/support/a-case.ts'
import { agree, asked, comesBack, leaves, nobody } from '#tests/support/a-due-adult-concern.ts'
import { agree as agreeToConcern, ask, asked as askedOfConcerns, due, ended, years } from '#tests/support/a-due-concern.ts'
import { adultStep, closedLowLevel } from '#tests/support/an-adult-concern.ts'
import { heardOf } from '#tests/support/heard-of.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { bringInToAdultConcern } from '../adults/bring-in-to-adult-concern.server.ts'
import { keepAdultConcernFrom } from '../adults/keep-adult-concern-from.server.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { NotFound } from '../errors.ts'
import { destructions, findDestruction } from './find-destruction.server.ts'
import { keepingToday } from './keeping-today.server.ts'
import { refuseToDestroy } from './refuse-to-destroy.server.ts'
import { whatIsDue } from './what-is-due.server.ts'

afterEach(() => moveClock('0'))

const waiting = (name: string) => destructions(of(name), { isOver: false })
const itemsOf = (destruction: string) => ask<{ subjectId: string }>(`SELECT "subjectId" FROM "DestructionItem" WHERE "destructionId" = '${destruction}' ORDER BY 1`).then((rows) => rows.map(({ subjectId }) => subjectId))
const isAsked = async (name: string, id: string) => (await whatIsDue(of(name), { take: 500 })).find(({ subjectId }) => subjectId === id)?.isAsked

test('several records of the register are asked for one by one: whoever reads one of them sees that, and nothing says that there is another', async () => {
  const [kept, read] = [await closedLowLevel(nobody), await closedLowLevel(nobody)]
  await keepAdultConcernFrom(of('fatima'), { ...adultStep(kept), personId: of('hana').id, words })
  await bringInToAdultConcern(of('fatima'), { ...adultStep(read), personId: of('hana').id, words })
  await years(51)
  const first = await asked([kept, read])
  await expect(asked([kept, read], 'tom')).rejects.toThrow(/A colleague has asked/)
  const [hers, ...more] = await waiting('hana')
  expect([hers, more]).toMatchObject([{ count: 1 }, []])
  expect((await findDestruction(of('hana'), hers!.id)).items.map(({ subjectId }) => subjectId)).toEqual([read])
  expect([await isAsked('hana', read), await isAsked('hana', kept)]).toEqual([true, undefined])
  const other = (await waiting('tom')).find(({ id }) => id !== hers!.id)!.id
  expect([first === hers!.id || first === other, await itemsOf(other)]).toEqual([true, [kept]])
  await expect(findDestruction(of('hana'), other)).rejects.toThrow(NotFound)
  expect(await keepingToday(of('hana'))).toMatchObject([{ id: hers!.id, count: 1, askedByName: 'Fatima' }])
  expect(await keepingToday(of('tom')), 'one row of one colleague').toMatchObject([{ id: null, count: 2, askedByName: 'Fatima' }])
  for (const one of [hers!.id, other]) await agree('tom', one)
  expect((await findDestruction(of('hana'), hers!.id)).isDestroyed).toBe(true)
  expect(await due('tom')).toEqual([])
})

test('who comes to read one of them afterwards finds it asked for, with its request', async () => {
  const [one, other] = [await closedLowLevel(nobody), await closedLowLevel(nobody)]
  await years(51)
  await asked([one, other])
  await bringInToAdultConcern(of('tom'), { ...adultStep(other), personId: of('hana').id, words })
  expect([await isAsked('hana', other), (await waiting('hana')).length]).toEqual([true, 1])
  for (const { id } of await waiting('tom')) await refuseToDestroy(of('tom'), { destructionId: id })
})

test('by hand in SQL no record of the register is asked for with another, nor a concern that is kept from somebody', async () => {
  const [one, other] = [await closedLowLevel(nobody), await closedLowLevel(nobody)]
  const [kept, beside] = [await ended(), await ended()]
  await keepFrom(of('fatima'), { ...step(kept), personId: of('marcus').id, words })
  await years(51)
  const together = (rule: string, ids: string[]) => change(of('fatima'), async (tx) => {
    const destruction = newId()
    await tx.$executeRawUnsafe(`INSERT INTO "Destruction" (id, "organisationId", rule, days, because, count, "askedById", reason) SELECT '${destruction}', '${cast.riverside}', what, days, because, 2, '${of('fatima').id}', '\\x00' FROM "RetentionRule" WHERE what = '${rule}'`)
    await tx.$executeRawUnsafe(`INSERT INTO "DestructionItem" ("destructionId", "subjectId", "organisationId", length) SELECT '${destruction}', t."subjectId", t."organisationId", t.length FROM app.due() t WHERE t."subjectId" IN (${ids.map((id) => `'${id}'`).join()})`)
  })
  await expect(together('adults.low-level', [one, other])).rejects.toThrow(/BL019/)
  await expect(together('safeguarding.concern', [kept, beside])).rejects.toThrow(/BL019/)
})

test('of concerns what is kept from anybody stands alone; what is kept from somebody afterwards ends what was asked for together', async () => {
  const [kept, one, other] = [await ended(), await ended(), await ended()]
  // Marcus is no lead today; he may be one tomorrow.
  await keepFrom(of('fatima'), { ...step(kept), personId: of('marcus').id, words })
  await years(26)
  const first = await askedOfConcerns([kept, one, other])
  expect(await itemsOf(first)).toEqual([one, other].sort())
  expect((await waiting('tom')).map(({ count }) => count).sort()).toEqual([1, 2])

  await keepFrom(of('fatima'), { ...step(one), personId: of('tom').id, words })
  expect(await findDestruction(of('fatima'), first)).toMatchObject({ isDestroyed: false, endedByName: 'Fatima' })
  await expect(findDestruction(of('tom'), first)).rejects.toThrow(NotFound)
  expect([await isAsked('tom', other), await isAsked('tom', one)]).toEqual([false, undefined])
  const again = await askedOfConcerns([other], 'tom')
  await agreeToConcern('fatima', again)
  expect((await findDestruction(of('tom'), again)).isDestroyed).toBe(true)
})

test('whoever asked may be one whom nobody gave their role: the first head of a setting', async () => {
  await leaves('marcus')
  const id = await closedLowLevel({ aboutId: of('fatima').id }, 'hana')
  await bringInToAdultConcern(of('hana'), { ...adultStep(id), personId: of('ella').id, words })
  await ask(`UPDATE "AdultHead" SET "aboutId" = NULL WHERE "adultConcernId" = '${id}'`)
  await ask(`SET session_replication_role = replica; UPDATE "Membership" SET "givenById" = NULL WHERE "personId" IN ('${of('hana').id}', '${of('ella').id}')`)
  await years(51)
  const destruction = await asked([id], 'hana')
  await agree('ella', destruction)
  expect(await due('hana')).not.toContain(id)
  // A delivery site knows the people of its settings from what it keeps alone, and has kept this.
  expect(await findDestruction(of('ella'), destruction)).toMatchObject({ isDestroyed: true, askedByName: 'Hana', endedByName: 'Ella' })
  await comesBack('marcus')
})

test('who may agree hears of it on their open pages, and nobody else', async () => {
  const [record, concern] = [await closedLowLevel(nobody), await ended()]
  await bringInToAdultConcern(of('fatima'), { ...adultStep(record), personId: of('hana').id, words })
  await keepAdultConcernFrom(of('fatima'), { ...adultStep(record), personId: of('tom').id, words })
  await years(51)
  expect(await heardOf('keeping:asked', () => asked([record]))).toEqual(['hana'])
  expect(await heardOf('keeping:asked', () => askedOfConcerns([concern]))).toEqual(['tom'])
})
