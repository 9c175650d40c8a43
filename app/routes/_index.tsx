import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireViewer } from '#app/http/session.server.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Today · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { name: viewer.name }
}

export default function Today() {
  const { name } = useLoaderData<typeof loader>()
  return <Shell><PageTitle>Hi {name}</PageTitle></Shell>
}
