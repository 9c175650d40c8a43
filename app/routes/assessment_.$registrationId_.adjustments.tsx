import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { adjustmentsOf } from '#modules/registers/adjustments.server.ts'
import { askAdjustment } from '#modules/registers/ask-adjustment.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { adjustmentKinds } from '#app/registers/adjustment-kinds.ts'
import { AdjustmentOf } from '#app/registers/adjustment-of.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/registers/registers.css'

export const meta: MetaFunction = () => [{ title: 'Adjustments · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(adjustmentsOf(viewer, { registrationId: params.registrationId ?? '' }))), id: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', kind, words = '' } = fields(form)
  const outcome = await asForm(form, () => askAdjustment(viewer, { id, registrationId: params.registrationId ?? '', kind: kind as 'reasonable_adjustment', words }))
  return 'refused' in outcome ? outcome.refused : redirect(`/assessment/${params.registrationId ?? ''}/adjustments`)
}

export default function AdjustmentsOfPage() {
  const { registrationId, id, name, where, isMine, adjustments, can } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const kinds = Object.entries(adjustmentKinds).map(([value, { label, hint }]) => ({ value, label, hint }))
  return (
    <Shell back={isMine ? { to: '/learn/portfolio', label: 'Your portfolio' } : { to: `/assessment/${registrationId}`, label: name }} reading={isMine}>
      <PageTitle kicker={`${name} · ${where}`}>{isMine ? 'What helps you show what you can' : `What helps ${name}`}</PageTitle>
      {adjustments.length === 0 && <Sheet><Empty title={isMine ? 'What you ask for will be here' : 'What is done for them will be here'}>{isMine ? 'If something gets in the way of showing what you can, say so. It is not a favour: it is fair.' : can.see ? 'Nothing is arranged, or nothing that you carry out.' : 'What is arranged is for the learner and those who carry it out.'}</Empty></Sheet>}
      {adjustments.map((one) => <Sheet key={one.id}><AdjustmentOf adjustment={one} /></Sheet>)}
      {(can.ask || refusal) && (
        <Sheet aria-labelledby="ask"><h2 id="ask">{isMine ? 'Ask for something' : `Ask for ${name}`}</h2>
          <DraftForm className="stack" key={adjustments.length} about={`adjustment/${registrationId}`} id={refusal?.said.id ?? id}>
            <Problem message={refusal?.message} />
            <ChoiceGroup legend="What is it?" name="kind" type="radio" required options={kinds} defaultValue={refusal?.said.kind} problem={refusal?.fields.kind} />
            <Field label="What is in the way, and what would help" hint={isMine ? 'As much as you want to say. You do not have to name an illness.' : 'Only what is needed to arrange it.'} problem={refusal?.fields.words}><textarea name="words" rows={4} required maxLength={4000} defaultValue={refusal?.said.words} /></Field>
            <Reads><b>{isMine ? 'You' : name}, and the coordinators of {where}.</b> Assessors and trainers are told what is done, and not why.</Reads>
            <Button type="submit">Ask</Button>
          </DraftForm>
        </Sheet>
      )}
    </Shell>
  )
}
