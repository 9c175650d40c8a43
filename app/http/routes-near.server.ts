import type { ServerBuild } from '@remix-run/node'

/** What an address has in common with the routes that can answer it: its first segment, and how many it has. */
export type Shape = { first: string; length: number }

/** The shape of an address, also where only the page's data is asked for. None where a segment is empty: Remix reads such addresses its own way. */
export function shapeOf(path: string): Shape | undefined {
  const segments = path.replace(/\.data$/, '').replace(/^\/(_root)?/, '').replace(/\/$/, '').split('/')
  const [first = ''] = segments
  return segments.length > 1 && segments.includes('') ? undefined : { first, length: first === '' ? 0 : segments.length }
}

/**
 * The same build with only those routes an address of this shape can meet. Remix matches an address eight times a page and reads
 * every route anew each time: with all of them that was a third of what a page cost.
 */
export const buildNear = (build: ServerBuild, shape: Shape): ServerBuild => ({
  ...build,
  routes: routesNear(build.routes, shape),
  assets: { ...build.assets, routes: routesNear(build.assets.routes, shape) },
})

/** For each address what serves its shape, made when the first such is asked for; and what serves all, for addresses no route of ours begins like. */
export function eachNear<Handler>(build: ServerBuild, handlerOf: (build: ServerBuild) => Handler): (path: string) => Handler {
  const every = handlerOf(build)
  const firsts = new Set(['', ...Object.keys(build.routes).map((id) => segmentsOf(build.routes, id)[0] ?? '').filter((first) => !isOpen(first))])
  const longest = Math.max(...Object.keys(build.routes).map((id) => segmentsOf(build.routes, id).length))
  const near = new Map<string, Handler>()
  return (path) => {
    const shape = shapeOf(path)
    if (!shape || !firsts.has(shape.first) || shape.length > longest) return every
    const key = `${shape.length} ${shape.first}`
    const found = near.get(key) ?? handlerOf(buildNear(build, shape))
    near.set(key, found)
    return found
  }
}

type Places = Record<string, { parentId?: string; path?: string } | undefined>

function routesNear<Routes extends Places>(routes: Routes, { first, length }: Shape): Routes {
  const kept = new Set<string>()
  for (const id of Object.keys(routes)) {
    const segments = segmentsOf(routes, id)
    const isElsewhere = segments[0] !== first && !isOpen(segments[0] ?? '')
    if (isElsewhere || (segments.length !== length && !segments.some(isElastic))) continue
    for (let at: string | undefined = id; at; at = routes[at]?.parentId) kept.add(at)
  }
  return Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id))) as Routes
}

/** A route whose first segment can be anything belongs to every address; so does a frame without an address of its own. */
const isOpen = (segment: string) => segment === '' || segment.startsWith(':') || segment.startsWith('*')

/** A segment that stands for none, or for any number. */
const isElastic = (segment: string) => segment.endsWith('?') || segment.startsWith('*')

const segmentsOf = (routes: Places, id: string): string[] => {
  const { parentId, path = '' } = routes[id] ?? {}
  return [...(parentId ? segmentsOf(routes, parentId) : []), ...path.split('/').filter(Boolean)]
}
