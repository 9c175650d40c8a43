import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { signAdultClosing } from '#modules/adults/sign-adult-closing.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Sign the closing · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'signed')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, signAdultClosing)
}

export default function Signature() {
  return (
    <AdultStepPage title="Sign the closing" button="I agree that it is closed" lead="You have read it, and agree with what came of it.">
      {(asked) => <WordsField name="words" label="Anything to add" isNeeded={false} rows={3} {...asked} />}
    </AdultStepPage>
  )
}
