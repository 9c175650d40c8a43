import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { theBoss } from './boss.server.ts'
import { enqueue } from './enqueue.server.ts'
import { installJobs } from './install.server.ts'
import { defineJob } from './job.ts'
import { workJobs } from './work.server.ts'

let cast: Cast
const worked: string[] = []
let letGo: () => void = () => {}
const held = new Promise<void>((resolve) => { letGo = resolve })
let hasPassed: () => void = () => {}
const passed = new Promise<void>((resolve) => { hasPassed = resolve })
const grouped = defineJob({ name: 'a-grouped-test', data: z.object({ id: z.string() }), atOnce: { all: 3, ofAGroup: 1 }, work: async ({ id }) => { worked.push(id); if (id.startsWith('slow')) await held; else hasPassed() } })
let isDone: (() => void) | undefined
const job = defineJob({ name: 'a-test', data: z.object({ id: z.string() }), work: (data) => { worked.push(data.id); isDone?.(); return Promise.resolve() } })

beforeAll(async () => {
  cast = await theCast()
  await installJobs(databaseUrl(), [job, grouped])
})

test('a job runs if its transaction commits, and not if it does not', async () => {
  await expect(change(cast.people.amara!, async (tx) => {
    await enqueue(tx, job, { id: 'never' })
    throw new Error('the power went')
  })).rejects.toThrow('the power went')
  const done = new Promise<void>((resolve) => { isDone = resolve })
  await change(cast.people.amara!, (tx) => enqueue(tx, job, { id: 'once' }))
  await workJobs([job])
  await done
  await theBoss().offWork(job.name)
  expect(worked).toEqual(['once'])
})

test('one group that is slow holds up no other, and has no more of its own under way than it may', async () => {
  worked.length = 0
  await change(cast.people.amara!, async (tx) => {
    for (const id of ['slow one', 'slow two', 'slow three', 'slow four']) await enqueue(tx, grouped, { id }, { group: 'slow' })
    await enqueue(tx, grouped, { id: 'quick' }, { group: 'quick' })
  })
  await workJobs([grouped])
  await passed
  expect([worked.filter((id) => id.startsWith('slow')).length, worked.includes('quick')]).toEqual([1, true])
  letGo()
  await theBoss().offWork(grouped.name)
})

test('what a job carries is checked before it goes in', async () => {
  await expect(change(cast.people.amara!, (tx) => enqueue(tx, job, { id: 7 as unknown as string }))).rejects.toThrow()
})

test('somebody signed in may add a job and read none', async () => {
  await change(cast.people.amara!, (tx) => enqueue(tx, job, { id: 'later' }, { at: new Date(Date.now() + 3_600_000) }))
  await expect(change(cast.people.amara!, (tx) => tx.$queryRaw`SELECT data FROM jobs.job`)).rejects.toThrow('permission denied')
})
