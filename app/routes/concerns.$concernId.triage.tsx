import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { triageConcern } from '#modules/cases/triage-concern.server.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { levels, thresholds } from '#modules/safeguarding/steps.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'

export const meta: MetaFunction = () => [{ title: 'Assess it · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'triaged')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, triageConcern)
}

export default function Triage() {
  return (
    <StepPage title="Assess it" lead="As you see it now. You can assess it again when you know more: the last one counts, and all stay." button="Keep this assessment">
      {(asked) => <>
        <ChoiceGroup legend="How serious is it?" type="radio" name="level" required options={levels} defaultValue={asked.said('level') ?? asked.now.level ?? undefined} problem={asked.problem('level')} />
        <ChoiceGroup legend="Which threshold does it meet?" type="radio" name="threshold" required options={thresholds} defaultValue={asked.said('threshold')} problem={asked.problem('threshold')} />
        {saidIn('triaged').map((part) => <WordsField key={part.name} {...part} isNeeded={part.isNeeded ?? false} {...asked} />)}
      </>}
    </StepPage>
  )
}
