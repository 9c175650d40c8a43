import { spawnSync } from 'node:child_process'
import { SetUpProblem } from '../errors.ts'

/** As whom the embedded server runs: what goes before a command, and who owns its files. */
export type AsWhom = { prefix: string[]; owner?: { uid: number; gid: number } }

/**
 * Postgres refuses to run as root. Where we are root (a container, mostly), its files belong to the user `postgres`, made if missing. Where
 * that user cannot walk to them (a clone in root's own home), the server is given the one capability to do so, rather than the home opened to all.
 */
export function asPostgres(paths: string[]): AsWhom {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const ask = (flag: string) => Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout, 10)
  if (Number.isNaN(ask('-u'))) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  if (Number.isNaN(ask('-u'))) throw new SetUpProblem('Belay runs as root here, Postgres refuses to, and no user "postgres" could be made. Start Belay as an ordinary user.')
  const owner = { uid: ask('-u'), gid: ask('-g') }
  const become = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  const ways = [[], ['dac_read_search'], ['dac_override']].map((names) => [...become, ...names.flatMap((name) => [`--inh-caps=+${name}`, `--ambient-caps=+${name}`]), '--'])
  const prefix = ways.find(([command, ...args]) => paths.every((path) => spawnSync(command!, [...args, 'test', '-e', path], { cwd: '/' }).status === 0))
  if (!prefix) throw new SetUpProblem(`Belay runs as root here, so its database runs as the user "postgres", and that user cannot walk to ${paths.join(' and ')}. Start Belay as an ordinary user, or put it where everybody may walk.`)
  return { prefix, owner }
}
