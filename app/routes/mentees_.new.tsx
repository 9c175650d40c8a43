import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { addMentee } from '#modules/mentoring/add-mentee.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Add a mentee · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const organisationId = viewer.memberships.find(({ role }) => role === 'youth_worker')?.organisationId
  if (!organisationId) throw data({ message: 'Adding a mentee is for the youth workers.' }, { status: 403 })
  return { organisationId, id: newId() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id, organisationId, birdName, ownName } = fields(form)
  const outcome = await asForm(form, () => addMentee(viewer, { id, organisationId: organisationId ?? '', birdName: birdName ?? '', ownName }))
  return 'refused' in outcome ? outcome.refused : redirect(`/mentees/${outcome.done}`)
}

export default function NewMenteePage() {
  const { organisationId, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/mentees', label: 'Mentees' }}>
      <PageTitle>Add a mentee</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <input type="hidden" name="id" value={refusal?.said.id ?? id} />
          <input type="hidden" name="organisationId" value={organisationId} />
          <Field label="The bird they chose" hint="What everybody here calls them. For example: Kestrel, Linnet, Merlin." problem={refusal?.fields.birdName}><input name="birdName" required minLength={2} maxLength={40} autoComplete="off" defaultValue={refusal?.said.birdName} /></Field>
          <Field label="Their own name" hint="Sealed. You can leave it empty." problem={refusal?.fields.ownName}><input name="ownName" maxLength={120} autoComplete="off" defaultValue={refusal?.said.ownName} /></Field>
          <Reads>The youth workers of this setting can read their own name. Their mentor cannot.</Reads>
          <Button type="submit">Add them</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
