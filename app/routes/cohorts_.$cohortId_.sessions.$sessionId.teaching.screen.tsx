import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findScreen } from '#modules/teaching/find-screen.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { TheScreen } from '#app/teaching/the-screen.tsx'
import { useBeat } from '#app/teaching/use-beat.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.screen.title ?? 'The session'} on the shared screen · Belay` }]

/** For the wall everybody looks at: names, notes and who is stuck never leave the server for this page. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { screen: await asPage(findScreen(viewer, { sessionId: params.sessionId ?? '' })) }
}

export default function Screen() {
  const { screen } = useLoaderData<typeof loader>()
  const connection = useNews({ watch: ['teaching', screen.sessionId] })
  useBeat(screen.where !== null && screen.where.is !== 'over', null)
  return <TheScreen screen={screen} isLost={connection === 'lost'} />
}
