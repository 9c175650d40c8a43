import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { markDuplicate } from '#modules/cases/mark-duplicate.server.ts'
import { Field } from '#app/ui/field.tsx'
import { inSentence, sayWhen } from '#app/ui/say-when.ts'
import { stateWords } from '#modules/safeguarding/steps.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'The same as another concern · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'duplicate')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, markDuplicate)
}

export default function Duplicate() {
  return (
    <StepPage title="The same as another concern" button="End this one">
      {(asked) => <>
        <Field label="Which concern has it?" problem={asked.problem('ofId')}>
          <select name="ofId" required defaultValue={asked.said('ofId') ?? ''}>
            <option value="">Choose</option>
            {asked.now.others.map((other) => <option key={other.concernId} value={other.concernId}>Raised {inSentence(sayWhen(new Date(other.raisedAt), new Date(asked.today)))} by {other.raisedByName ?? 'a mentee'}, {stateWords[other.state]}</option>)}
          </select>
        </Field>
        <WordsField name="words" label="How you know that it is the same" rows={3} {...asked} />
      </>}
    </StepPage>
  )
}
