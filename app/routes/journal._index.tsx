import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { data } from '@remix-run/node'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { MyJournal } from '#app/journal/my-journal.tsx'
import { SharedWithMe } from '#app/journal/shared-with-me.tsx'
import { useNews } from '#app/live/use-news.ts'
import { Forbidden } from '#modules/errors.ts'
import { entries } from '#modules/journals/entries.server.ts'
import { may } from '#modules/journals/policy.ts'
import { prompts, promptOf } from '#modules/journals/prompts.server.ts'
import { sharedWithMe } from '#modules/journals/shared-with-me.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.mine ? 'Journal · Belay' : 'Shared with you · Belay' }]

/** A mentor's own journal; for those who supervise, what was shared with them. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const before = new URL(request.url).searchParams.get('before')
  const canWrite = may.write(viewer)
  if (!canWrite && !may.beHanded(viewer)) throw data({ message: new Forbidden().message }, { status: 403 })
  const mine = canWrite ? await asPage(entries(viewer, { before })) : null
  return {
    personId: viewer.id, before,
    mine: mine && { ...mine, entries: mine.entries.map((entry) => ({ ...entry, question: promptOf(entry.promptId)?.question ?? null })), prompts: prompts() },
    shared: may.beHanded(viewer) ? await asPage(sharedWithMe(viewer, { before: canWrite ? null : before })) : null,
  }
}

export default function Journal() {
  const { mine, shared, personId, before } = useLoaderData<typeof loader>()
  useNews()
  return mine ? <MyJournal {...mine} personId={personId} isFirstPage={!before} /> : <SharedWithMe {...shared!} isFirstPage={!before} />
}
