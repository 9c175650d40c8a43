import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import { isDemo } from '#modules/is-demo.server.ts'
import '#app/ui/layers.css'

export const links: LinksFunction = () => []

export async function loader({ context }: LoaderFunctionArgs) {
  const standing = await context.standing()
  return { isDemo: isDemo(), nonce: context.nonce, viewer: standing ? { id: standing.viewer.id, name: standing.viewer.name } : null }
}

export default function Root() {
  const root = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {root?.isDemo && <p className="demo">Demo: do not enter real data</p>}
        <Outlet />
        <ScrollRestoration nonce={root?.nonce} />
        <Scripts nonce={root?.nonce} />
      </body>
    </html>
  )
}
