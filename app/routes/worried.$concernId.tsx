import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findMyConcern } from '#modules/safeguarding/my-concerns.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { Shell } from '#app/ui/shell.tsx'
import { HandedOn } from '#app/worried/handed-on.tsx'

export const meta: MetaFunction = () => [{ title: 'Handed on · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage((async () => ({ concern: await findMyConcern(viewer, z.uuid().parse(params.concernId)) }))())
}

export default function WorriedConcern() {
  const { concern } = useLoaderData<typeof loader>()
  useNews()
  return <Shell reading back={{ to: '/', label: 'Today' }}><HandedOn concern={concern} more={`/worried/${concern.concernId}/more`} /></Shell>
}
