import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { markBody } from '#modules/cases/mark-body.server.ts'
import { marksOf } from '#modules/safeguarding/marks.ts'
import { BodyMap } from '#app/body/body-map.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'

export const meta: MetaFunction = () => [{ title: 'Mark where it was seen · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'marked')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, (viewer, said: Record<string, string>) => markBody(viewer, { id: said.id ?? '', concernId: said.concernId ?? '', marks: marksOf(said) as never }))
}

export default function MarksOnBody() {
  return (
    <StepPage title="Mark where it was seen" lead="What was seen, by whoever saw it. Nobody is examined for this, and no photos are taken: that is for a doctor, when the referral says so." button="Add it">
      {(asked) => <BodyMap said={asked.said} problem={asked.problem} />}
    </StepPage>
  )
}
