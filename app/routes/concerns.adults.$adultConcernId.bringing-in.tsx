import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { bringInToAdultConcern } from '#modules/adults/bring-in-to-adult-concern.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { AdultField } from '#app/cases/adult-field.tsx'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Bring somebody in · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'brought-in')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, bringInToAdultConcern)
}

export default function BringingIn() {
  return (
    <AdultStepPage title="Bring somebody in" button="Bring them in">
      {(asked) => <>
        {asked.now.state === 'closing' && <p>It is closed by one and waits for a second signature: whoever you bring in can sign, or send it back.</p>}
        <AdultField name="personId" label="Who needs to know?" hint="Another lead, the head, or the delivery site. They read all of it from then on, and can sign that it is closed." adults={asked.now.others} said={asked.said('personId')} problem={asked.problem('personId')} />
        <WordsField name="words" label="Why they need to know" rows={3} {...asked} />
      </>}
    </AdultStepPage>
  )
}
