import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { reopenConcern } from '#modules/cases/reopen-concern.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Open it again · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'reopened')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, reopenConcern)
}

export default function Reopening() {
  return (
    <StepPage title="Open it again" lead="You look after it from then on." button="Open it again">
      {(asked) => <WordsField name="words" label="Why it is opened again" {...asked} />}
    </StepPage>
  )
}
