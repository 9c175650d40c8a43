import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { writeDownNotSharing } from '#modules/cases/write-down-not-sharing.server.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { recipients, whysNot } from '#modules/safeguarding/sharing.ts'
import { ChoiceField } from '#app/cases/choice-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'

export const meta: MetaFunction = () => [{ title: 'Decide not to share · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'not-shared')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, writeDownNotSharing)
}

export default function NotSharing() {
  return (
    <StepPage title="Decide not to share" lead="Not to share is a decision too. Whoever reads this later has to understand why." button="Keep this decision">
      {(asked) => <>
        <ChoiceField name="recipient" label="Not shared with" options={recipients} said={asked.said('recipient')} problem={asked.problem('recipient')} />
        <ChoiceGroup legend="Why not?" type="radio" name="whyNot" required options={whysNot} defaultValue={asked.said('whyNot')} problem={asked.problem('whyNot')} />
        {saidIn('not-shared').map((part) => <WordsField key={part.name} {...part} label={part.name === 'reasons' ? 'Why not, in your words' : part.label} rows={part.name === 'reasons' ? 4 : 2} isNeeded={part.isNeeded ?? false} {...asked} />)}
      </>}
    </StepPage>
  )
}
