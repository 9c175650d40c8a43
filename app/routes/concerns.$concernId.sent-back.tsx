import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { sendBackClosing } from '#modules/cases/send-back-closing.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Send it back · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'not-signed')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, sendBackClosing)
}

export default function SentBack() {
  return (
    <StepPage title="Send it back" button="Send it back">
      {(asked) => <WordsField name="words" label="What is missing before it can be closed" {...asked} />}
    </StepPage>
  )
}
