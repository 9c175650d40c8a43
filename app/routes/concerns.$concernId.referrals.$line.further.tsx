import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { takeFurther } from '#modules/cases/take-further.server.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { AgencyAsked } from '#app/cases/agency-asked.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Take it further · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'escalated', (now) => now.referrals.some(({ number }) => String(number) === args.params.line))
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, takeFurther, { number: args.params.line! })
}

export default function Further() {
  const { line } = useParams()
  return (
    <StepPage title="Take it further" lead="They are silent although you chased them, or you disagree. Go to whom your local procedure names: the team manager first." button="Keep this">
      {(asked) => <>
        <AgencyAsked now={asked.now} line={line} />
        {saidIn('escalated').map((part) => <WordsField key={part.name} {...part} rows={part.name === 'words' ? 4 : 2} isNeeded={part.isNeeded ?? false} {...asked} />)}
      </>}
    </StepPage>
  )
}
