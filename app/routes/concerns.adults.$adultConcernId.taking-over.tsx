import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { takeOverAdultConcern } from '#modules/adults/take-over-adult-concern.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Take it over · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'took-over')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, takeOverAdultConcern)
}

export default function TakingOver() {
  return (
    <AdultStepPage title="Take it over" button="I have it from here">
      {(asked) => <WordsField name="words" label="Why" hint="They are away, or have left." {...asked} />}
    </AdultStepPage>
  )
}
