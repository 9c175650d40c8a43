import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { concernsToLink } from '#modules/cases/concerns-to-link.server.ts'
import { linkConcerns } from '#modules/cases/link-concerns.server.ts'
import { linkKinds } from '#modules/cases/link-words.ts'
import { stateWords } from '#modules/safeguarding/steps.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { ChoiceField } from '#app/cases/choice-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadLink } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { useFrame } from '#app/ui/frame.ts'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { inSentence, sayWhen } from '#app/ui/say-when.ts'

export const meta: MetaFunction = () => [{ title: 'Link another concern · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, step } = await loadLink(args)
  return { ...step, others: await asPage(concernsToLink(viewer, step.now.concernId)) }
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, linkConcerns)
}

export default function LinkToAnother() {
  const { others } = useLoaderData<typeof loader>()
  const at = new Date(useFrame()?.now ?? 0)
  return (
    <StepPage title="Link another concern" lead="Open or ended. What it says is not shown here: open it first if you are not sure." button="Link them" reads={<><b>Only people who may open both concerns</b> can read this, and see that they are linked. Nobody else learns that the other is there.</>}>
      {(asked) => <>
        <ChoiceField name="otherId" label="Which concern?" hint="The newest two hundred. For an older one: open it, and link this one from there." said={asked.said('otherId')} problem={asked.problem('otherId')}
          options={others.map((one) => ({ value: one.concernId, label: `From ${one.raisedByName ?? 'a mentee'}, ${inSentence(sayWhen(new Date(one.raisedAt), at))}, ${stateWords[one.state]}` }))} />
        <ChoiceGroup legend="How do they belong together?" type="radio" name="kind" required options={linkKinds} defaultValue={asked.said('kind')} problem={asked.problem('kind')} />
        <WordsField name="words" label="How you know" rows={3} {...asked} />
      </>}
    </StepPage>
  )
}
