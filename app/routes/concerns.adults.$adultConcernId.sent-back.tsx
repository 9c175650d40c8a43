import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { sendBackAdultClosing } from '#modules/adults/send-back-adult-closing.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Go on with it · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'not-signed')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, sendBackAdultClosing)
}

export default function SentBack() {
  return (
    <AdultStepPage title="Go on with it" button="Send it back">
      {(asked) => <WordsField name="words" label="What is still to be done" rows={3} {...asked} />}
    </AdultStepPage>
  )
}
