import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { shouldStay } from '#app/journal/stay-signed-out.ts'
import { writePageData } from '#app/journal/write-page.server.ts'
import { WritePage } from '#app/journal/write-page.tsx'
import { newId } from '#modules/db/new-id.ts'
import { blankEntry, findEntryIfThere } from '#modules/journals/find-entry.server.ts'

export const meta: MetaFunction = () => [{ title: 'Write · Belay' }]

/** The new entry's id is in the address from the start, so that a reload comes back to the same entry and its draft. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const url = new URL(request.url)
  const entryId = url.searchParams.get('entry')
  if (!entryId) {
    url.searchParams.set('entry', newId())
    throw redirect(`/journal/new${url.search}`)
  }
  const begun = await asPage(findEntryIfThere(viewer, { entryId }))
  const entry = begun ?? (await asPage(blankEntry(viewer, { entryId, promptId: url.searchParams.get('prompt'), cardId: url.searchParams.get('card') })))
  return writePageData(viewer, request, entry)
}

export const shouldRevalidate: ShouldRevalidateFunction = ({ defaultShouldRevalidate }) => !shouldStay() && defaultShouldRevalidate

export default function NewEntry() {
  const data = useLoaderData<typeof loader>()
  return <WritePage key={data.entry.entryId} {...data} />
}
