import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findMyDecision } from '#modules/accreditation/find-my-decision.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { raiseAppeal } from '#modules/registers/raise-appeal.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { standings } from '#app/accreditation/standing.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Ask for a second look · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const decision = await asPage(findMyDecision(viewer, { decisionId: params.decisionId ?? '' }))
  if (decision.outcome === 'met') throw data({ message: 'This one is met. There is nothing to look at again.' }, { status: 404 })
  return { ...decision, decisionId: params.decisionId ?? '', id: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', words = '' } = fields(form)
  const outcome = await asForm(form, () => raiseAppeal(viewer, { id, decisionId: params.decisionId ?? '', words }))
  return 'refused' in outcome ? outcome.refused : redirect(`/appeals/${id}`)
}

export default function AskAgainPage() {
  const { id, decisionId, says, number, outcome, byName, decidedAt, feedback, where } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/learn/portfolio', label: 'Your portfolio' }} reading>
      <PageTitle kicker={`${number} ${says}`}>Ask somebody else to look</PageTitle>
      <Sheet>
        <p><b>{byName}</b>, <When at={decidedAt} within />: {standings[outcome].says.toLowerCase()}.{feedback && <> “{feedback}”</>}</p>
        <p>Do you see it another way? Then somebody who had no part in it looks again. Asking is your right. Nobody thinks less of you for it, and it changes nothing else. You have an answer within four weeks.</p>
        <DraftForm className="stack" about={`appeal/${decisionId}`} id={refusal?.said.id ?? id}>
          <Problem message={refusal?.message} />
          <Field label="What should they look at again?" hint="A few words are enough." problem={refusal?.fields.words}><textarea name="words" rows={4} required maxLength={4000} defaultValue={refusal?.said.words} /></Field>
          <Reads><b>You, and the assessors and quality assurers of {where} who had no part in it.</b> {byName} and your coordinator see that you asked, and not what you write.</Reads>
          <Button type="submit">Ask for a second look</Button>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
