import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { shouldStay } from '#app/journal/stay-signed-out.ts'
import { writePageData } from '#app/journal/write-page.server.ts'
import { WritePage } from '#app/journal/write-page.tsx'
import { findEntry } from '#modules/journals/find-entry.server.ts'

export const meta: MetaFunction = () => [{ title: 'Write · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return writePageData(viewer, request, await asPage(findEntry(viewer, { entryId: params.entryId! })))
}

export const shouldRevalidate: ShouldRevalidateFunction = ({ defaultShouldRevalidate }) => !shouldStay() && defaultShouldRevalidate

export default function Entry() {
  const data = useLoaderData<typeof loader>()
  return <WritePage key={data.entry.entryId} {...data} />
}
