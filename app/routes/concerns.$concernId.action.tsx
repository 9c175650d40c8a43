import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { setAction } from '#modules/cases/set-action.server.ts'
import { AdultField } from '#app/cases/adult-field.tsx'
import { DayField } from '#app/cases/day-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Something to be done · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'action-set')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, setAction)
}

export default function Action() {
  return (
    <StepPage title="Something to be done" button="Ask for it" reads={<><b>Whoever does it</b> reads this, and not the concern. So does everybody who can open the concern.</>}>
      {(asked) => <>
        <WordsField name="what" label="What is to be done" hint="So that it can be read without the concern: no more than they need." rows={3} longest={2000} {...asked} />
        <AdultField name="ownerId" label="Who does it" adults={asked.now.adults} said={asked.said('ownerId')} problem={asked.problem('ownerId')} />
        <DayField name="dueOn" label="By when" today={asked.today} ahead={1} said={asked.said('dueOn')} problem={asked.problem('dueOn')} />
      </>}
    </StepPage>
  )
}
