import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { chaseAgency } from '#modules/cases/chase-agency.server.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { AgencyAsked } from '#app/cases/agency-asked.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Chase them · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'chased', (now) => now.referrals.some(({ number }) => String(number) === args.params.line))
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, chaseAgency, { number: args.params.line! })
}

export default function Chase() {
  const { line } = useParams()
  return (
    <StepPage title="Chase them" lead="They should have said within one working day what happens. Ask for the decision, and the name of whoever makes it." button="Keep this">
      {(asked) => <>
        <AgencyAsked now={asked.now} line={line} />
        {saidIn('chased').map((part) => <WordsField key={part.name} {...part} rows={part.name === 'words' ? 4 : 2} isNeeded={part.isNeeded ?? false} {...asked} />)}
      </>}
    </StepPage>
  )
}
