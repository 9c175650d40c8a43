import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { takeAppeal } from '#modules/registers/take-appeal.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useActionData, useParams } from '@remix-run/react'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const loader = (args: LoaderFunctionArgs) => toThePage(args, `/appeals/${args.params.appealId ?? ''}`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => takeAppeal(viewer, { id: fields(form).id ?? '', appealId: params.appealId ?? '' }))
  return 'refused' in outcome ? data({ message: outcome.refused.data.message }, { status: outcome.refused.init?.status ?? 400 }) : redirect(`/appeals/${params.appealId ?? ''}`)
}

export default function NotTaken() {
  const refusal = useActionData<typeof action>()
  const { appealId = '' } = useParams()
  return <Shell back={{ to: `/appeals/${appealId}`, label: 'The second look' }}><PageTitle>You did not take it</PageTitle><Sheet><Problem message={refusal?.message} /></Sheet></Shell>
}
