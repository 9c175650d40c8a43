import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { writeDownAnswer } from '#modules/cases/write-down-answer.server.ts'
import { answers } from '#modules/safeguarding/referral-parts.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { AgencyAsked } from '#app/cases/agency-asked.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { DayField } from '#app/cases/day-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'

export const meta: MetaFunction = () => [{ title: 'They have answered · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'agency-answered', (now) => now.referrals.some(({ number }) => String(number) === args.params.line))
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, writeDownAnswer, { number: args.params.line! })
}

export default function Answer() {
  const { line } = useParams()
  return (
    <StepPage title="They have answered" lead="Who, what they decided, and whether you still wait for them." button="Keep this answer">
      {(asked) => <>
        <AgencyAsked now={asked.now} line={line} />
        <ChoiceGroup legend="What did they answer?" type="radio" name="answer" required options={answers} defaultValue={asked.said('answer')} problem={asked.problem('answer')} />
        {saidIn('agency-answered').map((part) => <WordsField key={part.name} {...part} rows={part.name === 'words' ? 4 : 2} isNeeded={part.isNeeded ?? false} {...asked} />)}
        <DayField name="askOn" label="Ask them again on" hint="Needed while you still wait for them." isNeeded={false} today={asked.today} said={asked.said('askOn')} problem={asked.problem('askOn')} />
      </>}
    </StepPage>
  )
}
