import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { askWhoAnswered } from '#modules/safeguarding/ask-who-answered.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { WhoAnswered } from '#app/concerns/who-answered.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Who wrote it? · Belay' }]

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/concerns/${params.concernId!}`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const concernId = params.concernId!
  const { id = '', reason = '' } = fields(form)
  const outcome = await asForm(form, () => askWhoAnswered(viewer, { id, concernId, reason }))
  return 'refused' in outcome ? outcome.refused : redirect(`/concerns/${concernId}`)
}

export default function AnswerWriter() {
  const { concernId } = useParams()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/concerns/${concernId!}`, label: 'The concern' }}>
      <PageTitle>Who wrote it?</PageTitle>
      {refusal && <Sheet as="div"><WhoAnswered concernId={concernId!} id={refusal.said.id ?? ''} answer={{ mayAsk: true, writerName: null }} said={refusal.said} problem={refusal.fields.reason} message={refusal.message} /></Sheet>}
    </Shell>
  )
}
