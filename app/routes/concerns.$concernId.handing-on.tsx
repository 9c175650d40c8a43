import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { transferConcern } from '#modules/cases/transfer-concern.server.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { bases } from '#modules/safeguarding/sharing.ts'
import { ChoiceField } from '#app/cases/choice-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Hand it to another setting · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'transferred')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, transferConcern)
}

export default function HandingOn() {
  return (
    <StepPage title="Hand it to another setting" button="Hand it on" lead="From lead to lead. Here it ends, and next you make the locked file that goes to them. Within five school days they should say that they have it: until then it stays on your Today.">
      {(asked) => <>
        {saidIn('transferred').map((part) => <WordsField key={part.name} {...part} rows={part.name === 'reasons' ? 3 : 1} longest={part.name === 'reasons' ? 10_000 : part.name === 'how' ? 1000 : 500} {...asked} />)}
        <ChoiceField name="basis" label="On what ground it is shared" options={bases} said={asked.said('basis')} problem={asked.problem('basis')} />
      </>}
    </StepPage>
  )
}
