import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, inject, vi } from 'vitest'
import { testEnvironment } from './database.ts'

const folder = mkdtempSync(join(tmpdir(), 'belay-worker-'))
Object.assign(process.env, testEnvironment(folder))

const complaint = vi.spyOn(console, 'error')

beforeAll(async () => {
  const { copyTemplate } = await import('#tests/support/template.ts')
  const { useDatabase } = await import('#modules/db/clients.server.ts')
  useDatabase(await copyTemplate(inject('databaseServer'), `test_${crypto.randomUUID()}`))
  const { startJobs } = await import('#modules/jobs/work.server.ts')
  await startJobs()
})

afterEach(() => {
  expect(complaint.mock.calls, 'something wrote to console.error').toEqual([])
  complaint.mockClear()
})

afterAll(async () => {
  const { stopBoss } = await import('#modules/jobs/boss.server.ts')
  const { closeClients } = await import('#modules/db/clients.server.ts')
  const { closeLimits } = await import('#modules/identity/tries.server.ts')
  await stopBoss()
  await closeLimits()
  await closeClients()
  rmSync(folder, { recursive: true, force: true })
})
