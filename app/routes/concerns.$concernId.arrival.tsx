import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { writeDownReceipt } from '#modules/cases/write-down-receipt.server.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'It has arrived · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'receipt', (now) => now.transfer?.isAwaited === true)
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, writeDownReceipt)
}

export default function Arrival() {
  return (
    <StepPage title="It has arrived" button="Write it down" lead="If they sent the signed form back, or said so on the phone. Whoever opens the file can say so from there: then it stands here by itself.">
      {(asked) => saidIn('receipt').map((part) => <WordsField key={part.name} {...part} rows={part.name === 'how' ? 2 : 1} longest={part.name === 'how' ? 2000 : 200} isNeeded {...asked} />)}
    </StepPage>
  )
}
