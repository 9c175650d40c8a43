import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { patterns } from '#modules/curriculum/schema.ts'
import { findGuide } from '#modules/learning/find-guide.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { GuidePage } from '#app/learn/guide-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? `Guide: ${data.guide.session.title}` : 'Guide'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const search = new URL(request.url).searchParams
  const pattern = patterns.find((one) => one === search.get('timetable')) ?? 'five_session'
  const from = /^([01]\d|2[0-3]):[0-5]\d$/.exec(search.get('from') ?? '')?.[0] ?? null
  return { guide: await asPage(findGuide(viewer, { course: params.course!, session: params.session!, pattern })), from }
}

export default function Guide() {
  const { guide, from } = useLoaderData<typeof loader>()
  return <GuidePage guide={guide} from={from} />
}
