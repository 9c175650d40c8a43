import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { writeDownLado } from '#modules/adults/write-down-lado.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { MomentField } from '#app/cases/moment-field.tsx'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'The LADO was told · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'lado-told')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, writeDownLado)
}

export default function Lado() {
  return (
    <AdultStepPage title="The LADO was told" button="Write it down">
      {(asked) => <>
        <MomentField name="happenedAt" label="When" clock={asked.clock} said={asked.said('happenedAt')} problem={asked.problem('happenedAt')} />
        <WordsField name="who" label="Whom you spoke with" hint="Name, number" rows={2} {...asked} />
        <WordsField name="reference" label="Their reference" isNeeded={false} rows={1} {...asked} />
        <WordsField name="words" label="What they advised" hint="Also: what the adult may be told, and by whom." {...asked} />
      </>}
    </AdultStepPage>
  )
}
