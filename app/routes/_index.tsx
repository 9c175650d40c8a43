import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireViewer } from '#app/http/session.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { name: viewer.name }
}

export default function Today() {
  const { name } = useLoaderData<typeof loader>()
  return <main><h1>Hi {name}</h1></main>
}
