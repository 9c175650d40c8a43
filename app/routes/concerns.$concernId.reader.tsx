import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { bringIn } from '#modules/cases/bring-in.server.ts'
import { AdultField } from '#app/cases/adult-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Bring somebody in · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'brought-in')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, bringIn)
}

export default function Reader() {
  return (
    <StepPage title="Bring somebody in" lead="They read the whole concern and write in it, until you end it. Every look is on record." button="Bring them in">
      {(asked) => <>
        <AdultField name="personId" label="Who needs to know" adults={asked.now.adults.filter((adult) => !asked.now.readers.some((reader) => reader.personId === adult.personId))} said={asked.said('personId')} problem={asked.problem('personId')} />
        <WordsField name="words" label="Why they need to know" rows={3} {...asked} />
      </>}
    </StepPage>
  )
}
