import { beforeAll, expect, test } from 'vitest'
import { aCourse, aTaughtSitting } from '#tests/support/a-taught-sitting.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { minutes } from '../clock.ts'
import { leaveCohort } from '../cohorts/leave-cohort.server.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { endTeaching } from './end-teaching.server.ts'
import { findTeaching } from './find-teaching.server.ts'
import { goOnTeaching } from './go-on-teaching.server.ts'
import { goToStep } from './go-to-step.server.ts'
import { leadTeaching } from './lead-teaching.server.ts'
import { mayWatchTeaching } from './may-watch-teaching.server.ts'
import { openTeaching } from './open-teaching.server.ts'
import { pauseTeaching } from './pause-teaching.server.ts'
import { taughtNow } from './taught-now.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
beforeAll(async () => { cast = await theCast() })

test('a trainer opens a sitting: they lead, the room is at the first step, and the record says so', async () => {
  const { sessionIds: [sessionId] } = await aCourse(cast)
  expect((await findTeaching(of('sam'), { sessionId: sessionId! })).isOpened).toBe(false)
  await openTeaching(of('sam'), { sessionId: sessionId! })
  await openTeaching(of('sam'), { sessionId: sessionId! })
  const seen = await findTeaching(of('tess'), { sessionId: sessionId! })
  expect(seen).toMatchObject({ isOpened: true, lead: { name: 'Sam', isMe: false, number: 1 }, where: { number: 1, place: 0, is: 'running' } })
  expect(seen.steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(120)
  expect(await read(of('sam'), (tx) => tx.act.count({ where: { kind: 'teaching.opened', subjectId: sessionId! } }))).toBe(1)
  expect((await taughtNow(of('amara'))).map((one) => one.sessionId)).toContain(sessionId)
})

test('who may not: those who run the course without teaching it, its learners, and strangers to it', async () => {
  const { cohortId, sessionIds: [sessionId] } = await aCourse(cast)
  for (const name of ['grace', 'marcus', 'amara', 'hana', 'helen', 'fatima']) {
    await expect(openTeaching(of(name), { sessionId: sessionId! }), name).rejects.toThrow(Forbidden)
    await expect(findTeaching(of(name), { sessionId: sessionId! }), name).rejects.toThrow(Forbidden)
  }
  for (const name of ['zia', 'leon', 'cass', 'vera']) await expect(openTeaching(of(name), { sessionId: sessionId! }), name).rejects.toThrow(NotFound)
  await openTeaching(of('sam'), { sessionId: sessionId! })
  expect(await Promise.all(['sam', 'tess', 'amara', 'grace', 'sofia', 'zia'].map((name) => mayWatchTeaching(of(name), sessionId!)))).toEqual([true, true, true, false, false, false])
  expect(await mayWatchTeaching(of('jay'), (await aCourse(cast)).sessionIds[0]!), 'before it is opened').toBe(true)
  await leaveCohort(of('grace'), { cohortId, personId: of('tess').id })
  await expect(leadTeaching(of('tess'), { sessionId: sessionId!, afterNumber: 1 })).rejects.toThrow(NotFound)
})

test('on, back, pause and on again; the timer is the server’s and nobody has to be there for it', async () => {
  const { sessionId } = await aTaughtSitting(cast)
  const where = async () => (await findTeaching(of('tess'), { sessionId })).where!
  await moveClock('3 minutes')
  expect(Math.abs((await where()).elapsed - minutes(3))).toBeLessThan(2000)
  await pauseTeaching(of('sam'), { sessionId, afterNumber: 1 })
  await moveClock('5 minutes')
  expect(await where()).toMatchObject({ is: 'paused', number: 2 })
  expect(Math.abs((await where()).elapsed - minutes(3))).toBeLessThan(2000)
  await goOnTeaching(of('sam'), { sessionId, afterNumber: 2 })
  await goToStep(of('sam'), { sessionId, afterNumber: 3, place: 1 })
  await goToStep(of('sam'), { sessionId, afterNumber: 4, place: 0 })
  expect(await where()).toMatchObject({ is: 'running', place: 0, number: 5 })
  await expect(goToStep(of('sam'), { sessionId, afterNumber: 5, place: 99 })).rejects.toThrow(NotFound)
  await endTeaching(of('sam'), { sessionId, afterNumber: 5 })
  expect((await where()).is).toBe('over')
  expect((await taughtNow(of('amara'))).map((one) => one.sessionId)).not.toContain(sessionId)
  await goToStep(of('sam'), { sessionId, afterNumber: 6, place: 2 })
  expect(await where()).toMatchObject({ is: 'running', place: 2 })
  await moveClock('0')
})

test('a press on an old page moves nothing, the same form twice is one move, and of two at once one counts', async () => {
  const { sessionId } = await aTaughtSitting(cast)
  await goToStep(of('sam'), { sessionId, afterNumber: 1, place: 1 })
  await goToStep(of('sam'), { sessionId, afterNumber: 1, place: 1 })
  await expect(goToStep(of('sam'), { sessionId, afterNumber: 1, place: 2 })).rejects.toThrow(Conflict)
  const outcomes = await Promise.allSettled([goToStep(of('sam'), { sessionId, afterNumber: 2, place: 2 }), pauseTeaching(of('sam'), { sessionId, afterNumber: 2 })])
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await findTeaching(of('sam'), { sessionId })).where!.number).toBe(3)
})

test('a co-trainer takes over at any moment: the step stays, and the one before moves nothing any more', async () => {
  const { sessionId } = await aTaughtSitting(cast)
  await goToStep(of('sam'), { sessionId, afterNumber: 1, place: 3 })
  await expect(goToStep(of('tess'), { sessionId, afterNumber: 2, place: 4 })).rejects.toThrow('Lead from here')
  await leadTeaching(of('tess'), { sessionId, afterNumber: 1 })
  await leadTeaching(of('tess'), { sessionId, afterNumber: 1 })
  await expect(goToStep(of('sam'), { sessionId, afterNumber: 2, place: 4 })).rejects.toThrow(Conflict)
  await goToStep(of('tess'), { sessionId, afterNumber: 2, place: 4 })
  expect(await findTeaching(of('sam'), { sessionId })).toMatchObject({ lead: { name: 'Tess', isMe: false, number: 2 }, where: { place: 4 } })
  await expect(leadTeaching(of('sam'), { sessionId, afterNumber: 1 })).rejects.toThrow(Conflict)
  await leadTeaching(of('sam'), { sessionId, afterNumber: 2 })
  expect((await findTeaching(of('sam'), { sessionId })).lead).toMatchObject({ isMe: true, number: 3 })
})

test('what was ended stays ended: a late pause, or one from a page left open overnight, opens nothing; going to a step does', async () => {
  const { sessionId } = await aTaughtSitting(cast)
  await endTeaching(of('sam'), { sessionId, afterNumber: 1 })
  await endTeaching(of('sam'), { sessionId, afterNumber: 1 })
  for (const deed of [pauseTeaching, goOnTeaching, endTeaching]) await expect(deed(of('sam'), { sessionId, afterNumber: 2 })).rejects.toThrow('has ended')
  await goToStep(of('sam'), { sessionId, afterNumber: 2, place: 1 })
  await moveClock('11 hours')
  await expect(pauseTeaching(of('sam'), { sessionId, afterNumber: 3 })).rejects.toThrow('has ended')
  expect((await findTeaching(of('sam'), { sessionId })).where).toMatchObject({ is: 'over', number: 3 })
  await moveClock('0')
})

test('two who open at once: one leads, and the other is told', async () => {
  const { sessionIds: [sessionId] } = await aCourse(cast)
  const outcomes = await Promise.allSettled(['sam', 'tess'].map((name) => openTeaching(of(name), { sessionId: sessionId! })))
  expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await findTeaching(of('sam'), { sessionId: sessionId! })).where).toMatchObject({ number: 1, place: 0 })
})
