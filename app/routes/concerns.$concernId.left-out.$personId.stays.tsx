import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { keepFrom } from '#modules/cases/keep-from.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'It is about them · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'kept-from', (now) => now.leftOut.some(({ personId, mayStay }) => mayStay && personId === args.params.personId))
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, keepFrom, { personId: args.params.personId! })
}

export default function ItIsThem() {
  return (
    <StepPage title="It is about them" lead="They see nothing of it already: no page, no count, no message. Written down, it stays so, and nobody can let them in. This is not undone." button="Keep it from them for good">
      {(asked) => <WordsField name="words" label="How you know that it is about them, or who is close to them" rows={3} {...asked} />}
    </StepPage>
  )
}
