import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { closeAdultConcern } from '#modules/adults/close-adult-concern.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { outcomes } from '#modules/adults/steps.ts'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Note } from '#app/ui/note.tsx'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Close it · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'closed')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, closeAdultConcern)
}

export default function Closing() {
  return (
    <AdultStepPage title="Close it" button="Close it">
      {(asked) => <>
        {asked.now.needsSecond && <Note tone="sun">It was weighed as meeting the harm threshold: a second adult signs before it is closed.{!asked.now.isLadoTold && ' Write down first that the LADO was told.'}</Note>}
        <ChoiceGroup legend="What came of it?" type="radio" name="outcome" required options={outcomes} defaultValue={asked.said('outcome')} problem={asked.problem('outcome')} />
        <WordsField name="words" label="Why it can be closed" {...asked} />
      </>}
    </AdultStepPage>
  )
}
