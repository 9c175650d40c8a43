import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { findAdjustment } from '#modules/registers/adjustments.server.ts'
import { answerAdjustment } from '#modules/registers/answer-adjustment.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { AdjustmentOf } from '#app/registers/adjustment-of.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/registers/registers.css'

export const meta: MetaFunction = () => [{ title: 'An adjustment · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(findAdjustment(viewer, { adjustmentId: params.adjustmentId ?? '' }))), answerId: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', isAgreed, words = '' } = fields(form)
  const outcome = await asForm(form, () => answerAdjustment(viewer, { id, adjustmentId: params.adjustmentId ?? '', isAgreed: isAgreed as 'yes', words }))
  return 'refused' in outcome ? outcome.refused : redirect('/adjustments')
}

export default function AdjustmentPage() {
  const { answerId, id, name, where, title, isMine, can, registrationId, ...adjustment } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={isMine ? { to: `/assessment/${registrationId}/adjustments`, label: 'Your adjustments' } : { to: '/adjustments', label: 'Adjustments' }}>
      <PageTitle kicker={`${name} · ${where} · ${title}`}>What {isMine ? 'you need' : `${name} needs`}</PageTitle>
      <Sheet><AdjustmentOf adjustment={adjustment} />{can.end && <Bar><ButtonLink kind="plain" to={`/adjustments/${id}/end`}>It is not needed any more</ButtonLink></Bar>}</Sheet>
      {(can.answer || refusal) && (
        <Sheet aria-labelledby="answer"><h2 id="answer">What will be done?</h2>
          <DraftForm className="stack" about={`adjustment-answer/${id}`} id={refusal?.said.id ?? answerId}>
            <Problem message={refusal?.message} />
            <ChoiceGroup legend="Your answer" name="isAgreed" type="radio" required defaultValue={refusal?.said.isAgreed} problem={refusal?.fields.isAgreed} options={[{ value: 'yes', label: 'This is done' }, { value: 'no', label: 'Not like this', hint: 'Say what is possible instead' }]} />
            <Field label="What is done, by whom, from when" hint="Leave out why: those who carry it out read this." problem={refusal?.fields.words}><textarea name="words" rows={4} required maxLength={4000} defaultValue={refusal?.said.words} /></Field>
            <Reads><b>{name}, and the coordinators of {where}.</b> If it is done, its assessors, quality assurers and trainers read this answer too; why it was asked they do not.</Reads>
            <Button type="submit">Tell {name}</Button>
          </DraftForm>
        </Sheet>
      )}
    </Shell>
  )
}
