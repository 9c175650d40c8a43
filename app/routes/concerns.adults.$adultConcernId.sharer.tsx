import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { askSharer } from '#modules/adults/ask-sharer.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Ask who handed it on · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'asked-sharer')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, askSharer)
}

export default function Sharer() {
  return (
    <AdultStepPage title="Ask who handed it on" button="Show me the name" lead="They asked that their name is kept apart. It is shown to you alone, and that you asked stays on record.">
      {(asked) => <WordsField name="words" label="Why it cannot go on without the name" rows={3} {...asked} />}
    </AdultStepPage>
  )
}
