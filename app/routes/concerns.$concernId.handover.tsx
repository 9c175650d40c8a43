import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { handOverConcern } from '#modules/cases/hand-over-concern.server.ts'
import { AdultField } from '#app/cases/adult-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Who looks after it · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'handed-over')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, handOverConcern)
}

export default function Handover() {
  return (
    <StepPage title="Who looks after it" lead="You can take it over yourself, if whoever has it is away or has left." button="Hand it over">
      {(asked) => <>
        <AdultField name="toId" label="Who looks after it from here" adults={asked.now.keepers.filter((keeper) => keeper.personId !== asked.now.holderId)} said={asked.said('toId')} problem={asked.problem('toId')} />
        <WordsField name="words" label="Why, and what is under way" {...asked} />
      </>}
    </StepPage>
  )
}
