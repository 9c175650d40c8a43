import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findAgency } from '#modules/agencies/find-agency.server.ts'
import { keepAgency } from '#modules/agencies/keep-agency.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { AgencyFields } from '#app/agencies/agency-fields.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'An agency · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage((async () => ({ agency: await findAgency(viewer, z.uuid().parse(params.agencyId)), id: newId(), checkId: newId() }))())
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => keepAgency(viewer, { ...fields(form), insteadOfId: params.agencyId } as never))
  return 'refused' in outcome ? outcome.refused : redirect('/concerns/agencies')
}

export default function AgencyPage() {
  const { agency, id, checkId } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const base = `/concerns/agencies/${agency.id}`
  return (
    <Shell back={{ to: '/concerns/agencies', label: 'The directory' }}>
      <PageTitle kicker={<>{agency.organisationName}. Looked at <When at={agency.checkedAt} within /></>}>{agency.name}</PageTitle>
      {agency.isEnded && <Note tone="sun">This entry was changed, or taken out: <Link to="/concerns/agencies">see the directory</Link>.{refusal && ' What you wrote is still here, to copy.'}</Note>}
      {!agency.isEnded && <Sheet tone={agency.isToCheck ? 'dusk' : 'plain'} aria-label="Still right">
        <p>Ring it, or look on their own page. If all of it is still right, say so: Belay asks again in a year.</p>
        <Form method="post" action={`${base}/check`}><input type="hidden" name="id" value={checkId} /><Button kind="plain">It is still right</Button></Form>
      </Sheet>}
      {(!agency.isEnded || refusal) && <Sheet aria-label="Change it">
        <Problem message={refusal?.message} />
        <DraftForm className="stack" about={`agency/${agency.id}`} id={refusal?.said.id ?? id}>
          <input type="hidden" name="organisationId" value={agency.organisationId} />
          <AgencyFields known={agency} refusal={refusal} />
          {!agency.isEnded && <div><Button>Change it</Button></div>}
        </DraftForm>
      </Sheet>}
      {!agency.isEnded && <Sheet tone="sunk" aria-label="Take it out">
        <p>Where it was used, it stays.</p>
        <Form method="post" action={`${base}/end`}><Button kind="plain">Take it out of the directory</Button></Form>
      </Sheet>}
    </Shell>
  )
}
