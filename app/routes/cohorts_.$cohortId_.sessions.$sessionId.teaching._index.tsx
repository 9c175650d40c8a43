import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findTeaching } from '#modules/teaching/find-teaching.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { TeachingPage } from '#app/teaching/teaching-page.tsx'
import { useBeat } from '#app/teaching/use-beat.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? `Teaching: ${data.teaching.title}` : 'Teaching'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { teaching: await asPage(findTeaching(viewer, { sessionId: params.sessionId ?? '' })) }
}

export default function Teaching() {
  const { teaching } = useLoaderData<typeof loader>()
  const connection = useNews({ watch: ['teaching', teaching.sessionId] })
  useBeat(teaching.where !== null && teaching.where.is !== 'over', null)
  return <TeachingPage teaching={teaching} isLost={connection === 'lost' && teaching.isOpened} />
}
