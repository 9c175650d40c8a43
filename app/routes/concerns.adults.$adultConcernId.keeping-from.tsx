import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { keepAdultConcernFrom } from '#modules/adults/keep-adult-concern-from.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { AdultField } from '#app/cases/adult-field.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Keep it from somebody · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'kept-from')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, keepAdultConcernFrom, ({ personId }, viewer) => (personId === viewer.id ? '/concerns/adults' : null))
}

export default function KeepingFrom() {
  return (
    <AdultStepPage title="Keep it from somebody" button="Keep it from them" lead="They see nothing of it from then on. If it is a lead it goes to the head from here; if it is the head, to the delivery site.">
      {(asked) => <>
        <AdultField name="personId" label="From whom?" adults={asked.now.adults} said={asked.said('personId')} problem={asked.problem('personId')} />
        <Choice type="checkbox" name="isAbout" value="yes" label="It is about them" defaultChecked={asked.said('isAbout') === 'yes'} />
        <WordsField name="words" label="Why" rows={3} {...asked} />
      </>}
    </AdultStepPage>
  )
}
