import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { keepFrom } from '#modules/cases/keep-from.server.ts'
import { AdultField } from '#app/cases/adult-field.tsx'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'

export const meta: MetaFunction = () => [{ title: 'Keep it from somebody · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadStep(args, 'kept-from')
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, keepFrom)
}

export default function KeptFrom() {
  return (
    <StepPage title="Keep it from somebody" lead="From now on they see nothing of it: no page, no count, no message. If they look after it, you do from now on; what they closed is open again. This is not undone." button="Keep it from them">
      {(asked) => <>
        <AdultField name="personId" label="Whom it is about, or who is close to them" adults={asked.now.outsiders} said={asked.said('personId')} problem={asked.problem('personId')} />
        <WordsField name="words" label="Why" rows={3} {...asked} />
      </>}
    </StepPage>
  )
}
