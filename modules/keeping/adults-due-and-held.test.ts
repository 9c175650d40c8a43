import { afterEach, expect, test } from 'vitest'
import { cast, of, words } from '#tests/support/a-case.ts'
import { agree, asked, comesBack, keysOf, leaves, nobody } from '#tests/support/a-due-adult-concern.ts'
import { ask, due, hold, years } from '#tests/support/a-due-concern.ts'
import { adultStep, closedAllegation, closedLowLevel, sharedAboutAdult } from '#tests/support/an-adult-concern.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { noteOnAdultConcern } from '../adults/note-on-adult-concern.server.ts'
import { reopenAdultConcern } from '../adults/reopen-adult-concern.server.ts'
import { today } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { endHold } from './end-hold.server.ts'
import { keepLonger } from './keep-longer.server.ts'
import { keptLonger } from './kept-longer.server.ts'
import { refuseToDestroy } from './refuse-to-destroy.server.ts'
import { whatIsDue } from './what-is-due.server.ts'

afterEach(async () => {
  await moveClock('0')
  await comesBack('marcus')
})

test('when one is due: a low-level one a year after the adult has left, an allegation after ten years or when they would retire; 50 years where Belay does not know', async () => {
  const [low, allegation, somebody] = [await closedLowLevel(), await closedAllegation(), await closedLowLevel(nobody)]
  const open = await sharedAboutAdult()
  await years(20)
  expect(await due('fatima')).toEqual([])
  await leaves('marcus')
  await moveClock('300 days')
  expect(await due('fatima')).toEqual([])
  await moveClock('70 days')
  expect(await due('fatima')).toEqual([low])
  expect(await due('tom')).toEqual([low])
  for (const name of ['hana', 'marcus', 'grace', 'bea', 'ella', 'amara', 'helen', 'hugo', 'vera']) expect(await due(name), name).toEqual([])
  await years(30)
  expect((await due('fatima')).sort()).toEqual([low, allegation, somebody].sort())
  expect((await whatIsDue(of('fatima'))).find(({ subjectId }) => subjectId === allegation)).toMatchObject({ rule: 'adults.allegation', raisedByName: null, isHeld: false })
  // Whose age Belay knows.
  await ask(`UPDATE "Person" SET "bornOn" = '1990-01-01' WHERE id = '${of('marcus').id}'`)
  await moveClock('0')
  await years(31)
  expect(await due('fatima')).not.toContain(allegation)
  await years(2)
  expect(await due('fatima')).toContain(allegation)
  await ask(`UPDATE "Person" SET "bornOn" = NULL WHERE id = '${of('marcus').id}'`)
  await reopenAdultConcern(of('fatima'), { ...adultStep(low), words })
  expect(await due('fatima')).not.toContain(low)
  expect(await due('fatima')).not.toContain(open)
}, 60_000)

test('a hold keeps it: on itself, on whom it is about, on whoever shared it; and where that name is kept apart the queue does not say so', async () => {
  const [id, apart] = [await closedLowLevel(nobody), await closedLowLevel({ ...nobody, isApart: true })]
  await years(51)
  const destruction = await asked([id])
  const seen = async (name: string, which: string) => (await whatIsDue(of(name), { take: 500 })).find(({ subjectId }) => subjectId === which)?.isHeld ?? null
  const placed = await hold('fatima', `adult:${id}`)
  expect([await seen('tom', id), await seen('tom', apart)]).toEqual([true, false])
  await expect(agree('tom', destruction)).rejects.toThrow(/held/)
  await endHold(of('tom'), { id: newId(), holdId: placed, words })
  const onSharer = await hold('fatima', `person:${of('amara').id}`)
  expect([await seen('tom', id), await seen('tom', apart)]).toEqual([true, null])
  await expect(agree('tom', destruction)).rejects.toThrow(/held/)
  await expect(asked([apart])).rejects.toThrow(Conflict)
  await endHold(of('tom'), { id: newId(), holdId: onSharer, words })
  await agree('tom', destruction)
  expect(await seen('tom', apart)).toBe(false)
})

test('kept longer, said no to, added to, or kept from whoever asked: it stays', async () => {
  const [id, other, third] = [await closedLowLevel(nobody), await closedLowLevel(nobody), await closedLowLevel(nobody)]
  await years(51)
  const until = `${Number(today().slice(0, 4)) + 2}-01-01`
  await expect(keepLonger(of('hana'), { id: newId(), subjectId: id, until, words })).rejects.toThrow(Conflict)
  await keepLonger(of('fatima'), { id: newId(), subjectId: id, until, words: 'He may come back.' })
  expect(await due('tom')).not.toContain(id)
  expect((await keptLonger(of('tom'))).find(({ subjectId }) => subjectId === id)).toMatchObject({ rule: 'adults.low-level', kept: { byName: 'Fatima', reason: 'He may come back.' } })
  expect(await keptLonger(of('hana'))).toEqual([])
  const first = await asked([other])
  await refuseToDestroy(of('tom'), { destructionId: first })
  const second = await asked([other])
  await noteOnAdultConcern(of('tom'), { ...adultStep(other), words: 'A parent rang.' })
  await expect(agree('tom', second)).rejects.toThrow(/Something was added/)
  const mine = await asked([third])
  await ask(`INSERT INTO "AdultKeptFrom" ("adultConcernId", "personId", "organisationId") VALUES ('${third}', '${of('fatima').id}', '${cast.riverside}')`)
  await expect(agree('tom', mine)).rejects.toThrow(/Whoever asked may not/)
  expect((await keysOf(third)).left).toBeGreaterThan(0)
})
