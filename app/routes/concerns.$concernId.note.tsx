import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { addNote } from '#modules/safeguarding/add-note.server.ts'
import { findConcernToAnswer } from '#modules/safeguarding/find-concern-to-answer.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { NoteForm } from '#app/concerns/note-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Add to the chronology · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  await asPage(findConcernToAnswer(viewer, { concernId: params.concernId! }))
  return { id: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const concernId = params.concernId!
  const { id, words } = fields(form)
  const outcome = await asForm(form, () => addNote(viewer, { id: id ?? '', concernId, words: words ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/concerns/${concernId}`)
}

export default function Note() {
  const { concernId } = useParams()
  const { id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/concerns/${concernId!}`, label: 'The concern' }}>
      <PageTitle>Add to the chronology</PageTitle>
      <Sheet as="div"><NoteForm concernId={concernId!} id={refusal?.said.id ?? id} said={refusal?.said} problem={refusal?.fields.words} message={refusal?.message} /></Sheet>
    </Shell>
  )
}
