import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { writeDownDone } from '#modules/adults/write-down-done.server.ts'
import { AdultStepPage } from '#app/adults/step-page.tsx'
import { actOnAdultStep, loadAdultStep } from '#app/adults/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'What was done · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadAdultStep(args, 'acted')
}

export async function action(args: ActionFunctionArgs) {
  return actOnAdultStep(args, writeDownDone)
}

export default function WhatWasDone() {
  return (
    <AdultStepPage title="What was done" button="Write it down">
      {(asked) => <WordsField name="words" label="What was done about it" hint="By whom, when, and what the adult was told. Before a talk with them about an allegation: ask the LADO." rows={6} {...asked} />}
    </AdultStepPage>
  )
}
