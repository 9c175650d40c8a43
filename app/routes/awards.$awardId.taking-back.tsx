import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { awardToTakeBack } from '#modules/awards/award-to-take-back.server.ts'
import { takeBackAward, TakeBackAward } from '#modules/awards/take-back-award.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/awards/awards.css'

export const meta: MetaFunction = () => [{ title: 'Take a certificate back · Belay' }]

const from = ({ cohortId, registrationId }: { cohortId: string | null; registrationId: string | null }) =>
  (cohortId ? `/cohorts/${cohortId}/certificates` : `/assessment/${registrationId ?? ''}/certificate`)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(awardToTakeBack(viewer, { awardId: params.awardId ?? '' }))), awardId: params.awardId ?? '', id: newId() }
}

/** Whoever may award takes a certificate back, and says why. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id, reason = '' } = fields(form)
  const award = await asPage(awardToTakeBack(viewer, { awardId: params.awardId ?? '' }))
  const outcome = await asForm(form, () => takeBackAward(viewer, TakeBackAward.parse({ id, awardId: params.awardId, reason })))
  return 'refused' in outcome ? outcome.refused : redirect(from(award))
}

export default function TakeBackPage() {
  const award = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const back = { to: from(award), label: 'Certificates' }
  return (
    <Shell back={back}>
      <PageTitle kicker={award.title}>Take {award.name}’s certificate back?</PageTitle>
      <Sheet aria-label="Take it back">
        {award.isTakenBack && !refusal ? <Note>It was taken back already.</Note> : (
          <DraftForm className="check-form" about={`award-taking-back/${award.awardId}`} id={refusal?.said.id ?? award.id}>
            <p>The certificate and its badge will say “taken back” to whoever checks them. {award.name} hears of it at once. It cannot be undone; a new one can be awarded.</p>
            <Problem message={refusal?.message} />
            <Reads><b>{award.name}, and the coordinator, trainers, youth workers and specialists of {award.where},</b> can read why. Nobody outside can.</Reads>
            <Field label="Why" hint="A sentence or two, said as you would say it to them." problem={refusal?.fields.reason}><textarea name="reason" required rows={4} maxLength={2000} defaultValue={refusal?.said.reason} /></Field>
            <Bar><Button type="submit">Take it back</Button><ButtonLink kind="plain" to={back.to}>Leave it as it is</ButtonLink></Bar>
          </DraftForm>
        )}
      </Sheet>
    </Shell>
  )
}
