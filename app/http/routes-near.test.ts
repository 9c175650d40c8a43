import { resolve } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import { UNSAFE_flatRoutes } from '@remix-run/dev'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildNear, eachNear, shapeOf } from './routes-near.server.ts'

type Place = { id: string; parentId?: string; path?: string; index?: boolean }
type Tree = (Place & { children: Tree })[]

const app = resolve('app')
const ours: Record<string, Place> = { root: { id: 'root', path: '' }, ...UNSAFE_flatRoutes(app) }
const asBuild = (routes: Record<string, Place>) => ({ routes, assets: { routes } }) as unknown as ServerBuild
const treeOf = (routes: Record<string, Place>, parentId?: string): Tree => Object.values(routes).filter((one) => one.parentId === parentId).map((one) => ({ ...one, children: treeOf(routes, one.id) }))
/** Which routes answer an address, with all of them and with only those near it: as server.ts chooses. */
function answersOf(routes: Record<string, Place>) {
  const met = (build: ServerBuild) => {
    const tree = treeOf(build.routes)
    return (path: string) => (matchRoutes(tree as never, path) ?? []).map(({ route }) => (route as unknown as Place).id)
  }
  const [whole, near] = [met(asBuild(routes)), eachNear(asBuild(routes), met)]
  return (path: string) => ({ whole: whole(path), near: near(path)(path) })
}
const answer = answersOf(ours)
const addressOf = (routes: Record<string, Place>, id: string): string => {
  const { parentId, path = '' } = routes[id]!
  return [parentId ? addressOf(routes, parentId) : '', path].filter(Boolean).join('/')
}
const everyAddress = Object.keys(ours).map((id) => addressOf(ours, id))
const filled = (address: string, words: readonly string[]) => { let at = 0; return `/${address.replaceAll(/:\w+\??|\*/g, () => words[at++ % words.length]!)}` }

test('every route of ours is met at its own address with the routes near it alone', () => {
  expect(everyAddress.length).toBeGreaterThan(130)
  for (const address of everyAddress) {
    const { whole, near } = answer(filled(address, ['one', 'two']))
    expect(whole.length, address).toBeGreaterThan(0)
    expect(near, address).toEqual(whole)
  }
})

test('whatever is asked for, also misspelt, longer, escaped, doubled or in capitals, is answered by the same routes', () => {
  const word = fc.constantFrom('new', 'now', 'portfolio', 'learn', 'a', '%6Cearn', '019ab3', 'x.data', '_root', '')
  fc.assert(fc.property(fc.constantFrom(...everyAddress), fc.array(word, { minLength: 3, maxLength: 3 }), fc.constantFrom('', '/', '/more', '/more/still', '//'), fc.constantFrom('', '', '/', '/x'), fc.boolean(), (address, words, after, before, isLoud) => {
    const path = `${before}${filled(address, words)}${after}`
    const { whole, near } = answer(isLoud ? path.toUpperCase() : path)
    expect(near, path).toEqual(whole)
  }), { numRuns: 600, seed: 20261122 })
})

test('a frame without an address, an address that begins with anything, and what hangs below another are not missed', () => {
  const routes: Record<string, Place> = Object.fromEntries([
    { id: 'root', path: '' }, { id: 'frame', parentId: 'root' }, { id: 'inside', parentId: 'frame', path: 'rooms' }, { id: 'below', parentId: 'inside', path: ':id/screen' },
    { id: 'any', parentId: 'root', path: ':place/about' }, { id: 'first', parentId: 'root', index: true }, { id: 'rest', parentId: 'root', path: '*' }, { id: 'other', parentId: 'root', path: 'learn' },
  ].map((one) => [one.id, one]))
  for (const path of ['/', '/rooms', '/rooms/7/screen', '/rooms/about', '/learn', '/learn/about', '/nowhere/at/all', '/harbour/about']) expect(answersOf(routes)(path).near, path).toEqual(answersOf(routes)(path).whole)
  expect(Object.keys(buildNear(asBuild(routes), { first: 'learn', length: 1 }).routes).sort(), 'and what is not near is left out').toEqual(['other', 'rest', 'root'])
  expect(Object.keys(buildNear(asBuild(routes), { first: 'rooms', length: 3 }).routes).sort()).toEqual(['below', 'frame', 'inside', 'rest', 'root'])
})

test('an address has a shape by its first segment and how many there are; its data the same', () => {
  const shapes: [string, ReturnType<typeof shapeOf>][] = [
    ['/', { first: '', length: 0 }], ['/_root.data', { first: '', length: 0 }], ['/learn', { first: 'learn', length: 1 }], ['/learn/', { first: 'learn', length: 1 }], ['/learn.data', { first: 'learn', length: 1 }],
    ['/learn/now.data', { first: 'learn', length: 2 }], ['/learn/a.data/b', { first: 'learn', length: 3 }], ['/learn//a', undefined], ['//learn', undefined],
  ]
  for (const [path, shape] of shapes) expect(shapeOf(path), path).toEqual(shape)
})
