import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { writeDownSharing } from '#modules/cases/write-down-sharing.server.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { bases, recipients } from '#modules/safeguarding/sharing.ts'
import { ChoiceField } from '#app/cases/choice-field.tsx'
import { MomentField } from '#app/cases/moment-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'

export const meta: MetaFunction = () => [{ title: 'Write down what was shared · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'shared')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, writeDownSharing)
}

export default function Sharing() {
  return (
    <StepPage title="Write down what was shared" lead="You do not need consent where a child may be at risk. Share what is needed, with whoever needs it, and say why." button="Keep this">
      {(asked) => <>
        <ChoiceField name="recipient" label="Shared with" options={recipients} said={asked.said('recipient')} problem={asked.problem('recipient')} />
        <MomentField name="happenedAt" label="When" clock={asked.clock} said={asked.said('happenedAt')} problem={asked.problem('happenedAt')} />
        <ChoiceGroup legend="On what ground?" type="radio" name="basis" required options={bases} defaultValue={asked.said('basis')} problem={asked.problem('basis')} />
        {saidIn('shared').map((part) => <WordsField key={part.name} {...part} rows={part.name === 'what' || part.name === 'reasons' ? 4 : 2} isNeeded={part.isNeeded ?? false} {...asked} />)}
      </>}
    </StepPage>
  )
}
