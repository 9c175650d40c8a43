import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { unlinkConcerns } from '#modules/cases/unlink-concerns.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadLink } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'End the link · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return (await loadLink(args, (now) => now.linked.some(({ linkId }) => linkId === args.params.linkId))).step
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, unlinkConcerns, { linkId: args.params.linkId! })
}

export default function EndLink() {
  return (
    <StepPage title="End the link" lead="That they were linked, by whom and why, stays on record." button="End it" reads={<><b>Only people who keep both concerns</b> can read this. It stays with the link.</>}>
      {(asked) => <WordsField name="words" label="Why they do not belong together" rows={3} {...asked} />}
    </StepPage>
  )
}
