import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { isReady } from '../db/is-ready.server.ts'
import { theBoss } from './boss.server.ts'
import { heartbeat } from './heartbeat.server.ts'
import { workJobs } from './work.server.ts'

beforeAll(theCast)
const ask = (sql: string) => onServer(databaseUrl(), sql)

test('a process that has just started is ready; later only while jobs are worked', async () => {
  await ask(`DELETE FROM "Heartbeat"`)
  expect(await isReady(10)).toEqual([])
  expect(await isReady(3600)).toEqual(['jobs'])
  await workJobs([heartbeat])
  await theBoss().send(heartbeat.name, {})
  await expect.poll(() => isReady(3600), { timeout: 10_000 }).toEqual([])
  await theBoss().offWork(heartbeat.name)
  await ask(`UPDATE "Heartbeat" SET at = at - interval '6 minutes'`)
  expect(await isReady(3600), 'nothing has been worked for six minutes').toEqual(['jobs'])
})
