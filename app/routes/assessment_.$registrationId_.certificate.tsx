import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { awardOfRegistration } from '#modules/awards/award-of-registration.server.ts'
import { awardQualification, AwardQualification } from '#modules/awards/award-qualification.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { OnDay } from '#app/awards/badge-facts.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/awards/awards.css'

export const meta: MetaFunction = () => [{ title: 'A qualification’s certificate · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...await asPage(awardOfRegistration(viewer, { registrationId: params.registrationId ?? '' })), newAwardId: newId() }
}

/** A coordinator gives somebody the certificate of a qualification. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', goodUntil = '' } = fields(form)
  const outcome = await asForm(form, () => awardQualification(viewer, AwardQualification.parse({ id, goodUntil, registrationId: params.registrationId })))
  return 'refused' in outcome ? outcome.refused : redirect(`/assessment/${params.registrationId ?? ''}/certificate`)
}

export default function QualificationPage() {
  const { registrationId, person, specification, isSignedOff, isWithdrawn, certificateNumber, award, newAwardId } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const has = award && award.standing !== 'taken-back'
  return (
    <Shell back={{ to: `/assessment/${registrationId}`, label: person.name }}>
      <PageTitle kicker={`${specification.title}, version ${specification.version}`}>{person.fullName}’s certificate</PageTitle>
      <Sheet aria-label="The certificate">
        {has && (
          <>
            {!isSignedOff && <Note tone="sun">A quality assurer has struck {person.name}’s sign-off through, so this certificate stands on nothing now. Speak to them. Until {person.name} is signed off again, it is yours to take back.</Note>}
            <Note tone="rope">Awarded on <OnDay at={award.awardedAt} />. The awarding body’s number is {award.certificateNumber}.</Note>
            <Bar><ButtonLink kind="plain" reloadDocument to={`/awards/${award.id}/certificate`}>Print it</ButtonLink>{award.needsParent && <ButtonLink kind="plain" to={`/awards/${award.id}/parents-yes`}>A parent said yes</ButtonLink>}<ButtonLink kind="plain" to={`/awards/${award.id}/taking-back`}>Take it back</ButtonLink></Bar>
          </>
        )}
        {!has && isWithdrawn && <Note>{person.name} is not registered on this any more, so there is nothing to award.</Note>}
        {!has && !isWithdrawn && !isSignedOff && <Note>Not yet. When every criterion is met, a quality assurer looks it over and signs {person.name} off. Then you can award it here.</Note>}
        {!has && !isWithdrawn && isSignedOff && !certificateNumber && <><Note>Signed off. Next, {person.name} is claimed from the awarding body. Once the claim is accepted, with the number of its certificate, you can award this.</Note><Bar><ButtonLink kind="plain" to="/claims">Claims</ButtonLink></Bar></>}
        {!has && !isWithdrawn && isSignedOff && certificateNumber && (
          <Form method="post" className="check-form">
            <p>The awarding body has accepted the claim: its certificate is number <b>{certificateNumber}</b>. This certificate, and the badge, say so too.</p>
            <input type="hidden" name="id" value={newAwardId} />
            <Problem message={refusal?.message} />
            <Field label="Good until (if it runs out)" hint="Leave it empty if it is good for good." problem={refusal?.fields.goodUntil}><input type="date" name="goodUntil" defaultValue={refusal?.said.goodUntil} /></Field>
            <Button type="submit">Award it</Button>
          </Form>
        )}
      </Sheet>
    </Shell>
  )
}
