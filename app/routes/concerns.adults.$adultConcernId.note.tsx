import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { noteOnAdultConcern } from '#modules/adults/note-on-adult-concern.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Add a note · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'note')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, noteOnAdultConcern)
}

export default function Note() {
  return (
    <AdultStepPage title="Add a note" button="Add it">
      {(asked) => <WordsField name="words" label="What you learned" hint="Facts first: who said or saw what, when. Say what is your opinion." rows={6} {...asked} />}
    </AdultStepPage>
  )
}
