import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { signClosing } from '#modules/cases/sign-closing.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Sign the closing · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'signed')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, signClosing)
}

export default function Signature() {
  return (
    <StepPage title="Sign the closing" lead="You have read the concern and what was done. If something is missing, go back and send it back instead." button="I agree: it is closed">
      {(asked) => <WordsField name="words" label="Something to add" isNeeded={false} rows={3} {...asked} />}
    </StepPage>
  )
}
