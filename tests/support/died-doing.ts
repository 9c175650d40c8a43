import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { databaseUrl } from '#modules/db/clients.server.ts'
import type { Deed, DieAt } from './do-and-die.ts'

/** Does a deed in a process of its own, on this test's database, that dies at a point; and what it said. */
export async function diedDoing(deed: Deed, at: DieAt) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'tests/support/do-and-die.ts', databaseUrl(), JSON.stringify(deed), String(at)], { env: { ...process.env, NODE_OPTIONS: '' } })
  let said = ''
  child.stdout.on('data', (some: Buffer) => { said += some.toString() })
  child.stderr.on('data', (some: Buffer) => { said += some.toString() })
  // Closed, and not only gone: what it said has been read to the end.
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  const { statements = 0 } = JSON.parse(/\{"statements.*\}/.exec(said)?.[0] ?? '{}') as { statements?: number }
  return { code, signal, said, statements }
}
