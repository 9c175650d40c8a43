import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram, surroundings } from '#bin/start-program.ts'

/** Builds the pages, starts one Postgres and fills the demo programme in it, once. Every test file then copies that (about 100 ms). */
export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'belay-e2e-'))
  const house = await startProgram<{ database: string }>('tests/support/house.ts', [], surroundings(folder))
  process.env.BELAY_E2E_DATABASE = house.said.database
  process.env.BELAY_E2E_FOLDER = folder
  return async () => {
    house.process.stdin!.end()
    await new Promise((resolve) => house.process.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}
