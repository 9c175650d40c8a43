// Keeps one page on the device: whom to call. It holds nothing of anybody, so it is fetched without a cookie. Every other page comes
// from the network; where there is none, this one is shown, because somebody who is worried must not meet the browser's own error page.
const shelf = 'belay-help-1'
const page = '/worried/help'

const isKept = (path) => /^\/assets\//.test(path)

async function keep() {
  const answer = await fetch(page, { credentials: 'omit', cache: 'no-store' })
  if (!answer.ok) return
  const cache = await caches.open(shelf)
  const html = await answer.clone().text()
  const parts = [...new Set([...html.matchAll(/["'(](\/assets\/[^"')\s\\]+)/g)].map((found) => found[1]))]
  // Fonts and styles named inside the style sheets belong to the page as well.
  for (const sheet of parts.filter((part) => part.endsWith('.css'))) {
    const css = await (await fetch(sheet)).text()
    parts.push(...[...css.matchAll(/url\(["']?(\/assets\/[^"')]+)/g)].map((found) => found[1]).filter((part) => /latin-wght-normal/.test(part)))
  }
  const have = new Set(parts)
  await Promise.all([...have].map(async (part) => { if (!(await cache.match(part))) await cache.add(part) }))
  await cache.put(page, answer)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (isKept(pathname) && !have.has(pathname)) await cache.delete(request)
  }
}

self.addEventListener('install', (event) => { event.waitUntil(keep().then(() => self.skipWaiting())) })
self.addEventListener('activate', (event) => { event.waitUntil(self.clients.claim()) })
self.addEventListener('message', (event) => { if (event.data === 'keep') event.waitUntil(keep().catch(() => undefined)) })

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, search, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  // Sent on to its own address: the page's script asks which page it is by the address it stands at. Who wanted another page is told so there.
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(async () => (pathname === page ? (await caches.match(page)) ?? Response.error() : Response.redirect(/^\/worried(\/|$)/.test(pathname) ? page : `${page}?from=${encodeURIComponent(pathname + search)}`))))
  // Only when the network does not answer: what is fresh always wins.
  else if (isKept(pathname)) event.respondWith(fetch(request).catch(async () => (await caches.match(pathname)) ?? Response.error()))
})
