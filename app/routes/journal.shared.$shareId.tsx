import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { sayNames } from '#app/journal/names.ts'
import { Written } from '#app/journal/written.tsx'
import { useNews } from '#app/live/use-news.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import { newId } from '#modules/db/new-id.ts'
import { openSharedEntry } from '#modules/journals/open-shared-entry.server.ts'
import { replyToEntry } from '#modules/journals/reply-to-entry.server.ts'
import '#app/journal/journal.css'

export const meta: MetaFunction = () => [{ title: 'Shared with you · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(openSharedEntry(viewer, { shareId: params.shareId! }))), replyId: newId() }
}

/** The adult writes back. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id: replyId = '', words = '' } = fields(form)
  const outcome = await asForm(form, () => replyToEntry(viewer, { replyId, words, shareId: params.shareId! }))
  return 'refused' in outcome ? outcome.refused : redirect(`/journal/shared/${params.shareId!}`)
}

export default function SharedEntry() {
  const share = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  useNews()
  const others = sayNames(share.replyReadBy)
  return (
    <Shell back={{ to: '/journal', label: 'Shared with you' }} reading>
      <div className="journal-page">
        <PageTitle kicker={<>Shared with you <When at={share.sharedAt} within /></>}>{`From ${share.fromName}`}</PageTitle>
        <Sheet as="article" aria-label={`What ${share.fromName} wrote`}><Written body={share.body} /></Sheet>
        <Reads><b>Only {share.fromName} and you can read this entry,</b> as it was when it was shared. {share.fromName} can take it back at any time, and sees that you have opened it.</Reads>
        {share.replies.length > 0 && (
          <section className="shares" aria-labelledby="replies">
            <h2 id="replies">What you wrote back</h2>
            {share.replies.map((reply) => <blockquote key={reply.id} className="reply"><p className="reply-words">{reply.words}</p><footer className="soft small"><When at={reply.at} /></footer></blockquote>)}
          </section>
        )}
        <DraftForm className="journal-page" key={share.replies.length} about={`journal-reply/${share.shareId}`} id={refusal?.said.id ?? share.replyId}>
          <Problem message={refusal?.message} />
          <Field label={share.replies.length ? 'Write back again' : 'Write back'} hint="A line is enough. Say what you noticed." problem={refusal?.fields.words}>
            <textarea name="words" rows={4} required maxLength={6000} defaultValue={refusal?.said.words} />
          </Field>
          <Reads><b>{share.fromName}{others && ` and ${others}`} can read what you write here.</b>{others && ` ${others} cannot read the entry itself. ${share.fromName} is told so too.`}</Reads>
          <div><Button>Send it to {share.fromName}</Button></div>
        </DraftForm>
      </div>
    </Shell>
  )
}
