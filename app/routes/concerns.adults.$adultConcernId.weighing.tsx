import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { weighAdultConcern } from '#modules/adults/weigh-adult-concern.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { weights } from '#modules/adults/steps.ts'
import { harms } from '#modules/safeguarding/referral-parts.ts'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Does it meet the harm threshold? · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'weighed')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, weighAdultConcern)
}

export default function Weighing() {
  return (
    <AdultStepPage title="Does it meet the harm threshold?" button="Weigh it">
      {(asked) => <>
        <ChoiceGroup legend="What is it?" type="radio" name="weight" required options={weights} defaultValue={asked.said('weight')} problem={asked.problem('weight')} />
        <ChoiceGroup legend="The harm threshold" hint="Any one is enough. Only where it is met." type="radio" name="harm" options={harms} defaultValue={asked.said('harm')} problem={asked.problem('harm')} />
        <WordsField name="reasons" label="Why" hint="Facts first. If you are not sure, ask the LADO before you decide." {...asked} />
        <WordsField name="context" label="What stands around it" isNeeded={false} rows={3} {...asked} />
      </>}
    </AdultStepPage>
  )
}
