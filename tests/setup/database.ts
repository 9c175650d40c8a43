import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Cast } from '#prisma/demo/people.ts'

declare module 'vitest' {
  interface ProvidedContext { databaseServer: string; cast: Cast }
}

/** One real Postgres for the whole run, with one migrated template; each worker then copies its own database from it (about 70 ms). */
export default async function setUp(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'belay-test-'))
  Object.assign(process.env, testEnvironment(folder))
  const { startEmbedded } = await import('#modules/db/embedded.server.ts')
  const { makeTemplate } = await import('#tests/support/template.ts')
  const { keepReading } = await import('#modules/curriculum/kept-reading.server.ts')
  const { curriculumFolder } = await import('#modules/curriculum/curriculum-folder.server.ts')
  await keepReading(curriculumFolder())
  const server = await startEmbedded(folder, ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])
  project.provide('cast', await makeTemplate(server.url))
  project.provide('databaseServer', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const testEnvironment = (folder: string) => ({
  DATA_DIR: folder, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test', BELAY_DEMO: '0', BASE_URL: '',
})
