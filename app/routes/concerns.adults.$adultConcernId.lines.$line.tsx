import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { strikeAdultLine } from '#modules/adults/strike-adult-line.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Strike a line through · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'struck', (now) => now.lines.some(({ number, mayStrike }) => mayStrike && String(number) === args.params.line))
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, strikeAdultLine)
}

export default function StrikeALine() {
  return <AdultStepPage title="Strike a line through" button="Strike it through" lead="The line stays readable, with your reason beside it.">{(asked) => <WordsField name="words" label="What was wrong with it" rows={3} {...asked} />}</AdultStepPage>
}
