import type { ServerBuild } from '@remix-run/node'

/**
 * The same build with only those routes an address of this first segment can meet. Remix matches an address eight times a page and reads
 * every route anew each time: with all of them that was a third of what a page cost.
 */
export const buildNear = (build: ServerBuild, segment: string): ServerBuild => ({
  ...build,
  routes: routesNear(build.routes, segment),
  assets: { ...build.assets, routes: routesNear(build.assets.routes, segment) },
})

/** Every first segment that the routes name, and `''` for the first page of all. */
export const firstSegments = ({ routes }: ServerBuild): Set<string> =>
  new Set(['', ...Object.keys(routes).map((id) => firstOf(routes, id)).filter((segment) => !isOpen(segment))])

/** The first segment that an address asks for, also where only the page's data is asked for. */
export const segmentOf = (path: string): string => (path.split('/')[1] ?? '').replace(/\.data$/, '').replace(/^_root$/, '')

type Places = Record<string, { parentId?: string; path?: string } | undefined>

function routesNear<Routes extends Places>(routes: Routes, segment: string): Routes {
  const kept = new Set<string>()
  for (const id of Object.keys(routes)) {
    const first = firstOf(routes, id)
    if (first !== segment && !isOpen(first)) continue
    for (let at: string | undefined = id; at; at = routes[at]?.parentId) kept.add(at)
  }
  return Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id))) as Routes
}

/** A route whose first segment can be anything belongs to every address; so does a frame without an address of its own. */
const isOpen = (segment: string) => segment === '' || segment.startsWith(':') || segment.startsWith('*')

const firstOf = (routes: Places, id: string): string => wholePath(routes, id).split('/')[0] ?? ''

const wholePath = (routes: Places, id: string): string => {
  const route = routes[id]
  return [route?.parentId ? wholePath(routes, route.parentId) : '', route?.path ?? ''].filter(Boolean).join('/')
}
