import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { letIn } from '#modules/cases/let-in.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Somebody else of that name · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'let-in', (now) => now.leftOut.some(({ personId }) => personId === args.params.personId))
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, letIn, { personId: args.params.personId! })
}

export default function SomebodyElse() {
  return (
    <StepPage title="Somebody else of that name" lead="They were left out because the name that was written may be theirs. Let them in only if you know that it is not about them, nor about somebody close to them." button="Let them in">
      {(asked) => <WordsField name="words" label="How you know that it is somebody else" rows={3} {...asked} />}
    </StepPage>
  )
}
