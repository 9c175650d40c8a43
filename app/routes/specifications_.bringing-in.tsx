import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { bringInSpecification } from '#modules/accreditation/bring-in-specification.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useActionData } from '@remix-run/react'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const loader = (args: LoaderFunctionArgs) => toThePage(args, '/specifications/new')

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', organisationId = '', text = '' } = fields(form)
  const outcome = await asForm(form, () => bringInSpecification(viewer, { id, organisationId, text }))
  return 'refused' in outcome ? data({ message: outcome.refused.data.message }, { status: outcome.refused.init?.status ?? 400 }) : redirect(`/specifications/${outcome.done}`)
}

export default function NotBroughtIn() {
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/specifications/new', label: 'Bring in a specification' }}>
      <PageTitle>It was not brought in</PageTitle>
      <Sheet><Problem message={refusal?.message} /><p>Nothing was written. Go back, and choose it again or change the version.</p></Sheet>
    </Shell>
  )
}
