import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieOf, everyRoute, serveThis, type Route } from '#tests/support/app-under-test.ts'
import { theDemo } from '#tests/support/the-demo.ts'
import { theWorld } from '#tests/support/who-sees/world.ts'

// Random malformed requests to every address of the build. `npm run soak` sends 200 to each; here a seeded sample.
const times = Number(process.env.FUZZ_RUNS ?? 5)
const seed = Number(process.env.FUZZ_SEED ?? 20261121)

let routes: Route[]
let served: Awaited<ReturnType<typeof serveThis>>
let cookies: string[]
let ids: string[]

beforeAll(async () => {
  const { people } = await theDemo()
  served = await serveThis()
  routes = await everyRoute()
  cookies = ['', 'belay=nonsense', ...await Promise.all(['amara', 'marcus', 'fatima', 'grace', 'sam'].map((name) => cookieOf(people[name]!.id)))]
  ids = [...(await theWorld()).tables.values()].flatMap((rows) => rows.slice(0, 2).map((row) => row.id)).filter((id): id is string => Boolean(id))
}, 300_000)
afterAll(() => served.end())

const text = () => fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ids) }, fc.uuid(), fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }), fc.double().map(String), fc.integer().map(String),
  fc.constantFrom('', '\u0000', '../../etc/passwd', "' OR 1=1 --", '<script>', '{"a":', '[]', 'null', 'yes', 'on', '-1', '1e999', '2026-13-45', '😶‍🌫️'.repeat(50), 'ש‮', 'a'.repeat(70_000)))
const segment = () => fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, fc.uuid(), fc.string({ minLength: 1, maxLength: 30 }), fc.constantFrom('%00', '..', '%2e%2e', 'null', '0', 'a'.repeat(3000)))

const request = (route: Route) => fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'HEAD'),
  parts: fc.array(segment(), { minLength: route.params.length + 1, maxLength: route.params.length + 1 }),
  query: fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), text(), { maxKeys: 3 }),
  cookie: fc.nat({ max: 6 }),
  type: fc.constantFrom('application/x-www-form-urlencoded', 'application/x-www-form-urlencoded', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'multipart/form-data', 'application/json', 'text/plain', ''),
  said: fc.dictionary(route.fields.length ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...route.fields) }, fc.string({ minLength: 1, maxLength: 12 })) : fc.string({ minLength: 1, maxLength: 12 }), text(), { maxKeys: 8 }),
  asData: fc.boolean(),
})

/** A part of an address as a browser would send it: what was escaped on purpose stays as it is. */
const escaped = (part: string) => (/^%[0-9a-f]{2}/i.test(part) ? part : encodeURIComponent(part.isWellFormed() ? part : 'x'))
const wellFormed = (entries: Record<string, string>) => Object.entries(entries).filter(([name, value]) => name.isWellFormed() && value.isWellFormed())

test('random malformed requests to every address are refused where they are wrong', async () => {
  const unforeseen: string[] = []
  let before = await served.lastResorts()
  for (const route of routes) {
    await fc.assert(fc.asyncProperty(request(route), async ({ method, parts, query, cookie, type, said, asData }) => {
      let index = 0
      const path = route.path.replaceAll(/:(\w+)\??|\*/g, () => escaped(parts[index++]!))
      const address = `${served.url}${path}${asData && path !== '/' ? '.data' : ''}?${new URLSearchParams(wellFormed(query)).toString()}`.slice(0, 12_000)
      const response = await fetch(address, {
        method, redirect: 'manual',
        headers: { Origin: served.url, ...(cookies[cookie] ? { cookie: cookies[cookie] } : {}), ...(method === 'POST' && type ? { 'Content-Type': type } : {}) },
        ...(method === 'POST' ? { body: type === 'application/json' ? JSON.stringify(said) : new URLSearchParams(wellFormed(said)).toString() } : {}),
      })
      await response.arrayBuffer()
      expect(response.status, `${method} ${path} (${route.id})`).toBeLessThan(500)
    }), { numRuns: times, seed, endOnFailure: times > 20 })
    const after = await served.lastResorts()
    if (after > before) unforeseen.push(`${route.id}: ${after - before}`)
    before = after
  }
  expect(unforeseen, 'errors nobody foresaw').toEqual([])
}, Math.max(240_000, times * longEnough()))

/** A second for every request to every address is far more than enough. */
function longEnough() { return 200_000 }
