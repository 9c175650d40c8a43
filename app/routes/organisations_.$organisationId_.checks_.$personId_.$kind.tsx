import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { checkOf, checks } from '#modules/vetting/checks.ts'
import { findVetted } from '#modules/vetting/find-vetted.server.ts'
import { writeCheck } from '#modules/vetting/write-check.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { CheckFields } from '#app/vetting/check-fields.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? checkOf(data.kind).name : 'A check'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const kind = checks.find((check) => check.kind === params.kind)?.kind
  if (!kind) throw data({ message: 'There is nothing here, or it is not yours to see.' }, { status: 404 })
  const { place, person, today, can } = await asPage(findVetted(viewer, { organisationId: params.organisationId ?? '', personId: params.personId ?? '' }))
  if (!can.write) throw data({ message: 'That is for somebody else to do.' }, { status: 403 })
  return { id: newId(), kind, place, name: person.fullName, personId: person.personId, today }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { organisationId = '', personId = '', kind } = params
  const outcome = await asForm(form, () => writeCheck(viewer, { ...fields(form), organisationId, personId, kind } as never))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${organisationId}/checks/${personId}`)
}

export default function WriteCheckPage() {
  const { id, kind, place, name, personId, today } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const check = checkOf(kind)
  return (
    <Shell back={{ to: `/organisations/${place.id}/checks/${personId}`, label: name }}>
      <PageTitle kicker={`${name} · ${place.name}`}>{check.name}</PageTitle>
      <p>{check.hint}</p>
      <Sheet as="div">
        <DraftForm className="stack" about={`vetting/${place.id}/${personId}/${kind}`} id={refusal?.said.id ?? id}>
          <Problem message={refusal?.message} />
          <CheckFields check={check} today={today} said={(name) => refusal?.said[name]} problem={(name) => refusal?.fields[name]} />
          <Reads><b>{name}, the coordinator, the safeguarding lead and deputies, and the head</b> can read this. It is not changed afterwards: what was wrong is struck through.</Reads>
          <div><Button>Write it down</Button></div>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
