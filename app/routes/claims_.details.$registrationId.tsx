import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { enterDetails } from '#modules/claims/enter-details.server.ts'
import { findDetails } from '#modules/claims/find-details.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Details for a claim · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(findDetails(viewer, { registrationId: params.registrationId ?? '' }))), registrationId: params.registrationId ?? '', id: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', revision, forenames = '', surname = '', bornOn = '', uln = '', back = '' } = fields(form)
  const outcome = await asForm(form, () => enterDetails(viewer, { id, registrationId: params.registrationId ?? '', revision, forenames, surname, bornOn, uln }))
  return 'refused' in outcome ? outcome.refused : redirect(/^\/claims\/new\?organisation=[\w-]+&specification=[\w-]+$/.test(back) ? back : '/claims')
}

export default function DetailsPage() {
  const { id, registrationId, revision, name, fullName, where, isEntered, details, knownBornOn, organisationId, specificationId } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said: Partial<typeof details> & { id?: string } = refusal?.said ?? {}
  const back = `/claims/new?organisation=${organisationId}&specification=${specificationId}`
  return (
    <Shell back={{ to: back, label: 'Who to claim for' }}>
      <PageTitle kicker={`${fullName} · ${where}`}>{name}’s details</PageTitle>
      {!isEntered && <Note>This is what Belay knows. Check it against a passport, birth certificate or school record before you keep it: a certificate is hard to change.</Note>}
      {isEntered && knownBornOn && knownBornOn !== details.bornOn && <Note tone="sun">Belay has another date of birth for {name}. Check which is right.</Note>}
      <Sheet>
        <DraftForm className="stack" about={`claim-details/${registrationId}/${revision}`} id={said.id ?? id}>
          <Problem message={refusal?.message} />
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="back" value={back} />
          <Field label="First names, as on documents" hint="All of them, with the spelling of the document." problem={refusal?.fields.forenames}><input name="forenames" required maxLength={80} autoComplete="off" defaultValue={said.forenames ?? details.forenames} /></Field>
          <Field label="Last name, as on documents" hint="Who has one name only: write it in both." problem={refusal?.fields.surname}><input name="surname" required maxLength={80} autoComplete="off" defaultValue={said.surname ?? details.surname} /></Field>
          <Field label="Date of birth" problem={refusal?.fields.bornOn}><input type="date" name="bornOn" required defaultValue={said.bornOn ?? details.bornOn} /></Field>
          <Field label="ULN (Unique Learner Number)" hint="Ten digits, from the learner’s record. Leave it empty while you do not know it." problem={refusal?.fields.uln}><input name="uln" inputMode="numeric" maxLength={16} autoComplete="off" defaultValue={said.uln ?? details.uln} /></Field>
          <Reads><b>{name}, and the coordinators of {where}.</b> It goes to the awarding body with the claim, and to nobody else.</Reads>
          <Button type="submit">Keep them</Button>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
