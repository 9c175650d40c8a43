import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { letGo } from '#modules/cases/let-go.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'No longer brought in · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'let-go', (now) => now.readers.some(({ personId }) => personId === args.params.personId))
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, letGo, { personId: args.params.personId! })
}

export default function LetGo() {
  return (
    <StepPage title="No longer brought in" lead="From now on they do not read it." button="End it">
      {(asked) => <WordsField name="words" label="Why they no longer need to know" rows={3} {...asked} />}
    </StepPage>
  )
}
