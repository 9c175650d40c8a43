import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { decideConcern } from '#modules/cases/decide-concern.server.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { decisions } from '#modules/safeguarding/steps.ts'
import { DayField } from '#app/cases/day-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'

export const meta: MetaFunction = () => [{ title: 'Decide what happens · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'decided')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, decideConcern)
}

export default function Decision() {
  return (
    <StepPage title="Decide what happens" lead="If a child is in danger now, call 999 first and write afterwards." button="Keep this decision">
      {(asked) => <>
        <ChoiceGroup legend="What did you decide?" type="radio" name="decision" required options={decisions} defaultValue={asked.said('decision')} problem={asked.problem('decision')} />
        {saidIn('decided').map((part) => <WordsField key={part.name} {...part} isNeeded={part.isNeeded ?? false} {...asked} />)}
        <DayField name="reviewOn" label="Look again on" hint="Needed if you monitor it." isNeeded={false} today={asked.today} said={asked.said('reviewOn') ?? asked.now.reviewOn ?? undefined} problem={asked.problem('reviewOn')} />
      </>}
    </StepPage>
  )
}
