import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { closeConcern } from '#modules/cases/close-concern.server.ts'
import { outcomes } from '#modules/safeguarding/steps.ts'
import { Note } from '#app/ui/note.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'

export const meta: MetaFunction = () => [{ title: 'Close it · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'closed')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, closeConcern)
}

export default function Closing() {
  return (
    <StepPage title="Close it" button="Close it">
      {(asked) => <>
        {asked.now.needsSecond && <Note tone="sun">It was assessed as {asked.now.level === 'emergency' ? 'an emergency' : 'high'}: a second adult signs before it is closed.</Note>}
        <ChoiceGroup legend="What came of it?" type="radio" name="outcome" required options={outcomes} defaultValue={asked.said('outcome')} problem={asked.problem('outcome')} />
        <WordsField name="words" label="Why it can be closed" {...asked} />
      </>}
    </StepPage>
  )
}
