import { mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from '#bin/build.ts'
import { ownCookie } from '#app/http/cookies.server.ts'
import { atTheDoor } from '#modules/db/at-the-door.server.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { openSession } from '#modules/identity/open-session.server.ts'
import { freePort } from './a-start.ts'
import { startProgram, surroundings } from '#bin/start-program.ts'

/** An address of the app, from the build's own list: a new route is here by itself. */
export type Route = { id: string; path: string; params: string[]; isPage: boolean; takesForms: boolean; fields: string[] }
type Manifest = Record<string, { parentId?: string; path?: string; module: { default?: unknown; action?: unknown } }>

export async function everyRoute(): Promise<Route[]> {
  const { routes } = await import(/* @vite-ignore */ pathToFileURL(join(process.cwd(), 'build/server/index.js')).href) as { routes: Manifest }
  const pathOf = (id: string | undefined): string => (id && routes[id] ? [pathOf(routes[id].parentId), routes[id].path].filter(Boolean).join('/') : '')
  const sources = new Map(readdirSync('app/routes').map((file) => [`routes/${file.replace(/\.tsx?$/, '')}`, readFileSync(join('app/routes', file), 'utf8')]))
  return Object.entries(routes).filter(([id]) => id !== 'root').map(([id, { module }]) => {
    const path = `/${pathOf(id)}`
    const source = sources.get(id) ?? ''
    const fields = [...source.matchAll(/\{([^{}]*)\} = fields\(/g)].flatMap(([, names]) => names!.split(',').map((name) => name.split(':')[0]!.trim())).concat([...source.matchAll(/name="(\w+)"/g)].map(([, name]) => name!))
    return { id, path, params: [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!), isPage: module.default !== undefined, takesForms: module.action !== undefined, fields: [...new Set(fields.filter(Boolean))] }
  })
}

/** This worker's database served by a process of its own, from the production build, with its metrics open. */
export async function serveThis() {
  await build()
  const metrics = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'belay-served-'))
  const { said, end } = await startProgram<{ port: number }>('tests/support/serve.ts', [databaseUrl(), '0'], { ...surroundings(folder), METRICS_PORT: String(metrics), LOG_LEVEL: 'silent' })
  const url = `http://localhost:${said.port}`
  const count = async (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(await (await fetch(`http://127.0.0.1:${metrics}/`)).text())?.[1])
  return { url, end, lastResorts: () => count('belay_last_resort_errors_total') }
}

/** The cookie of somebody who has just signed in and shown everything that is asked of them. */
export async function cookieOf(personId: string): Promise<string> {
  const token = await atTheDoor('sign in', (tx) => openSession(tx, personId, { method: 'password', isShared: false, device: 'a test', secondFactorAt: new Date() }))
  return (await ownCookie('belay').set(token)).split(';')[0]!
}
