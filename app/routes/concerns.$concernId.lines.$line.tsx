import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { strikeLine } from '#modules/cases/strike-line.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Strike a line through · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'struck')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, strikeLine, { number: args.params.line! })
}

export default function Struck() {
  return (
    <StepPage title="Strike a line through" lead="It stays readable, struck through, with your name and your reason." button="Strike it through">
      {(asked) => <WordsField name="words" label="What is wrong with it, and what is right" rows={3} {...asked} />}
    </StepPage>
  )
}
