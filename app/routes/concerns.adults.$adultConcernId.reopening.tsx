import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { reopenAdultConcern } from '#modules/adults/reopen-adult-concern.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Open it again · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'reopened')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, reopenAdultConcern)
}

export default function Reopening() {
  return (
    <AdultStepPage title="Open it again" button="Open it" lead="You look after it from here.">
      {(asked) => <WordsField name="words" label="What has come up" rows={3} {...asked} />}
    </AdultStepPage>
  )
}
