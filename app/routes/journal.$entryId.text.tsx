import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { WrittenBy } from '#app/drafts/written-by.tsx'
import { toThePage } from '#app/http/form-address.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { newId } from '#modules/db/new-id.ts'
import { saveText } from '#modules/journals/save-text.server.ts'

export const meta: MetaFunction = () => [{ title: 'Write · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  await toThePage({ context, request }, `/journal/${params.entryId!}`)
  return { entryId: params.entryId!, writingId: newId() }
}

/** The form of a page without script: saves, then goes where the button said. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { text = '', writingId = '', revision = '0', promptId, cardId, then } = fields(form)
  const entryId = params.entryId!
  if (!text.trim() && revision === '0') return redirect('/journal')
  const outcome = await asForm(form, () => saveText(viewer, { entryId, writingId, step: 1, revision, body: { kind: 'plain', text }, promptId, cardId }))
  if ('refused' in outcome) return outcome.refused
  if (outcome.done.state === 'two') return redirect(`/journal/${entryId}`)
  return redirect(then === 'share' ? `/journal/${entryId}/share` : '/journal')
}

/** Only seen when the words could not be taken, with every one of them. */
export default function TextNotTaken() {
  const { entryId, writingId } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/journal', label: 'Journal' }} reading>
      <PageTitle>Not saved yet</PageTitle>
      <Problem message={refusal?.fields.body ?? refusal?.message} />
      <Form method="post" className="journal-page">
        <WrittenBy />
        <input type="hidden" name="writingId" value={writingId} />
        <input type="hidden" name="revision" value={refusal?.said.revision ?? '0'} />
        <input type="hidden" name="promptId" value={refusal?.said.promptId ?? ''} />
        <input type="hidden" name="cardId" value={refusal?.said.cardId ?? ''} />
        <Field label="What you wrote"><textarea name="text" rows={14} defaultValue={refusal?.said.text ?? ''} /></Field>
        <Button key={entryId}>Save</Button>
      </Form>
    </Shell>
  )
}
