import '#app/ui/layers.css'
import '#app/ui/tokens.css'
import '#app/ui/fonts.css'
import '#app/ui/base.css'
import '#app/ui/demo.css'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, type ShouldRevalidateFunction } from '@remix-run/react'
import type { ReactNode } from 'react'
import display from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?url'
import text from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import { now } from '#modules/clock.ts'
import { isDemo } from '#modules/is-demo.server.ts'
import { LetGoOfArrived } from '#app/drafts/let-go-of-arrived.tsx'
import { lookOf } from '#app/http/look.server.ts'
import { didNotArrive } from '#app/http/not-arrived.ts'
import { onlyTheSearchChanged } from '#app/http/only-the-search-changed.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { PageOfOne } from '#app/identity/page-of-one.tsx'
import { IdleLock } from '#app/ui/idle-lock.tsx'
import { MoveFocus } from '#app/ui/move-focus.tsx'
import { ThemeColour } from '#app/ui/theme-colour.tsx'
import { useFrame, type Frame } from '#app/ui/frame.ts'
import { SendWaiting } from '#app/worried/send-waiting.tsx'

export const links: LinksFunction = () => [text, display].map((href) => ({ rel: 'preload', href, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' }))

export const meta: MetaFunction = ({ error }) => [{ title: isRouteErrorResponse(error) && error.status === 404 ? 'Not here · Belay' : error ? 'Something did not work · Belay' : 'Belay' }]

/** The next card of a unit, the next page of a list, a form that did not arrive: the frame stays as it is, and nobody waits for it or needs a signal for it. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => !onlyTheSearchChanged(change) && !didNotArrive(change.actionResult) && change.defaultShouldRevalidate

export async function loader({ context, request }: LoaderFunctionArgs): Promise<Frame> {
  const [standing, look] = await Promise.all([context.standing(), lookOf(request)])
  const memberships = standing?.viewer.memberships ?? []
  const isIn = standing?.state === 'signed-in'
  return {
    isDemo: isDemo(), nonce: context.nonce, now: now(), look,
    viewer: standing && isIn ? {
      id: standing.viewer.id, name: standing.viewer.name,
      roles: [...new Set(memberships.map((membership) => membership.role))],
      settingId: memberships.find((membership) => membership.role === 'coordinator')?.organisationId ?? null,
    } : null,
    locksAfter: isIn ? standing.locksAfter : null,
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame()
  return (
    <html lang="en-GB" data-look={frame?.look.look ?? 'auto'} data-text={frame?.look.text ?? 'normal'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <ThemeColour look={frame?.look.look} />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <link rel="icon" href="/favicon.png" sizes="48x48" type="image/png" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <Meta />
        <Links />
      </head>
      <body>
        {frame?.isDemo && <aside className="demo" aria-label="Demo">Demo: do not enter real data</aside>}
        {children}
        <ScrollRestoration nonce={frame?.nonce} />
        <Scripts nonce={frame?.nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  const frame = useFrame()
  return <><PageOfOne person={frame?.viewer ?? null} /><MoveFocus /><Outlet />{frame?.locksAfter ? <IdleLock after={frame.locksAfter} /> : null}{frame?.viewer && <><SendWaiting personId={frame.viewer.id} /><LetGoOfArrived personId={frame.viewer.id} /></>}</>
}

export const ErrorBoundary = ErrorPage
