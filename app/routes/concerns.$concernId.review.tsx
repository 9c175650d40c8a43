import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { reviewConcern } from '#modules/cases/review-concern.server.ts'
import { DayField } from '#app/cases/day-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Look at it again · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'reviewed')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, reviewConcern)
}

export default function Review() {
  return (
    <StepPage title="Look at it again" button="Keep this review">
      {(asked) => <>
        <WordsField name="words" label="How it stands, and what changed" {...asked} />
        <DayField name="reviewOn" label="Look again on" hint="High: every week. Others: every half-term." today={asked.today} ahead={asked.now.needsSecond ? 7 : 42} said={asked.said('reviewOn')} problem={asked.problem('reviewOn')} />
      </>}
    </StepPage>
  )
}
