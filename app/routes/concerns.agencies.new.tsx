import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepAgency } from '#modules/agencies/keep-agency.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { Forbidden } from '#modules/errors.ts'
import { settingsISafeguard } from '#modules/agencies/settings-i-safeguard.server.ts'
import { AgencyFields } from '#app/agencies/agency-fields.tsx'
import { ChoiceField } from '#app/cases/choice-field.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Enter an agency · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage((async () => {
    const settings = await settingsISafeguard(viewer)
    if (settings.length === 0) throw new Forbidden('The directory is kept by the safeguarding lead and deputies.')
    return { settings, id: newId() }
  })())
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => keepAgency(viewer, fields(form) as never))
  return 'refused' in outcome ? outcome.refused : redirect('/concerns/agencies')
}

export default function NewAgency() {
  const { settings, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/concerns/agencies', label: 'The directory' }}>
      <PageTitle kicker="The directory">Enter an agency</PageTitle>
      <Sheet as="div">
        <Problem message={refusal?.message} />
        <DraftForm className="stack" about="agency/new" id={refusal?.said.id ?? id}>
          {settings.length === 1
            ? <input type="hidden" name="organisationId" value={settings[0]!.id} />
            : <ChoiceField name="organisationId" label="For which setting" options={settings.map((setting) => ({ value: setting.id, label: setting.name }))} said={refusal?.said.organisationId} problem={refusal?.fields.organisationId} />}
          <AgencyFields known={{}} refusal={refusal} />
          <div><Button>Enter it</Button></div>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
