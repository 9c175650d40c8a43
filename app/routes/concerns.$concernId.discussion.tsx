import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { discussConcern } from '#modules/cases/discuss-concern.server.ts'
import { AdultField } from '#app/cases/adult-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Write down a discussion · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'discussed')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, discussConcern)
}

export default function Discussion() {
  return (
    <StepPage title="Write down a discussion" button="Add it">
      {(asked) => <>
        <AdultField name="withId" label="Discussed with" hint="The clinical supervisor, for instance. Bring somebody in first, if they are to read the concern." adults={asked.now.adults} said={asked.said('withId')} problem={asked.problem('withId')} />
        <WordsField name="words" label="What you spoke of, and what came of it" {...asked} />
      </>}
    </StepPage>
  )
}
