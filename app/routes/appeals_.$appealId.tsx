import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { answerAppeal } from '#modules/registers/answer-appeal.server.ts'
import { findAppeal } from '#modules/registers/appeals.server.ts'
import { Pieces } from '#app/accreditation/pieces.tsx'
import { standings } from '#app/accreditation/standing.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { AppealSteps } from '#app/registers/appeal-steps.tsx'
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
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'A second look · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(findAppeal(viewer, { appealId: params.appealId ?? '' }))), stepId: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', isChanged, words = '' } = fields(form)
  const outcome = await asForm(form, () => answerAppeal(viewer, { id, appealId: params.appealId ?? '', isChanged: isChanged as 'yes', words }))
  return 'refused' in outcome ? outcome.refused : redirect(`/appeals/${params.appealId ?? ''}`)
}

export default function AppealPage() {
  const { stepId, can, ...appeal } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  useNews()
  const { id, name, where, isMine, criterion, decision, decidedByName, decidedAt, words, evidence, decisionId } = appeal
  return (
    <Shell back={isMine ? { to: '/learn/portfolio', label: 'Your portfolio' } : { to: '/appeals', label: 'Second looks' }} reading={isMine}>
      <PageTitle kicker={`${name} · ${where} · ${criterion.called}`}>{criterion.says}</PageTitle>
      <Sheet aria-labelledby="steps"><h2 id="steps">A second look</h2>
        <AppealSteps appeal={appeal} />
        {can.take && <Form method="post" action={`/appeals/${id}/taking`}><input type="hidden" name="id" value={stepId} /><Button type="submit">I will look at it</Button></Form>}
        {can.askAgain && <><p>You can ask once more. Then a quality assurer looks who had no part in it.</p><Bar><ButtonLink kind="plain" to={`/learn/portfolio/decisions/${decisionId}/appeal`}>Ask once more</ButtonLink></Bar></>}
        {isMine && can.isLast && appeal.outcome?.isChanged === false && <p>Two people have looked. You can still go to the awarding body: whoever coordinates {where} tells you how. You can hand in more for this at any time, too.</p>}
      </Sheet>
      <Sheet aria-labelledby="about"><h2 id="about">What it is about</h2>
        <p><b>{decidedByName}</b>, <When at={decidedAt} within />{decision && <>: {standings[decision.outcome].says.toLowerCase()}.{decision.feedback && <> “{decision.feedback}”</>}</>}</p>
        {words && <><h3>{isMine ? 'What you wrote' : `What ${name} says`}</h3><p className="register-words">{words}</p></>}
        {evidence.length > 0 && <details><summary>The evidence for it</summary><Pieces pieces={evidence} empty={null} /></details>}
      </Sheet>
      {(can.answer || refusal) && (
        <Sheet aria-labelledby="answer"><h2 id="answer">What do you see?</h2>
          <DraftForm className="stack" about={`appeal-answer/${id}`} id={refusal?.said.id ?? stepId}>
            <Problem message={refusal?.message} />
            <ChoiceGroup legend="Looking at it again" name="isChanged" type="radio" required defaultValue={refusal?.said.isChanged} problem={refusal?.fields.isChanged} options={[{ value: 'yes', label: 'It is met', hint: 'Valid, their own, current, and enough. Your decision stands beside the first one.' }, { value: 'no', label: 'The decision stands', hint: 'Say what would show it' }]} />
            <Field label={`A few words to ${name}`} hint="What you saw in it. Asking was their right; thank them for it." problem={refusal?.fields.words}><textarea name="words" rows={5} required maxLength={4000} defaultValue={refusal?.said.words} /></Field>
            <Reads><b>{name}, and the assessors, quality assurers, youth workers and specialists of {where}</b> can read what you write.</Reads>
            <Button type="submit">Tell {name}</Button>
          </DraftForm>
        </Sheet>
      )}
    </Shell>
  )
}
