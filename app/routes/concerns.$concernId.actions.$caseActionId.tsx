import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { dropAction } from '#modules/cases/drop-action.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Call it off · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'action-dropped', (now) => now.actions.some(({ id }) => id === args.params.caseActionId))
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, dropAction, { actionId: args.params.caseActionId! })
}

export default function CalledOff() {
  return (
    <StepPage title="Call it off" button="Call it off">
      {(asked) => <WordsField name="words" label="Why it is no longer to be done" rows={3} {...asked} />}
    </StepPage>
  )
}
