import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dropAction } from '#modules/cases/drop-action.server.ts'
import { findAction } from '#modules/cases/find-action.server.ts'
import { StepPage } from '#app/cases/step-page.tsx'
import { actOnStep, loadStep } from '#app/cases/step.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const meta: MetaFunction = () => [{ title: 'Call it off · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  const step = await loadStep(args, 'action-dropped', (now) => now.actions.some(({ id }) => id === args.params.caseActionId))
  return { ...step, asked: await asPage(findAction(await requireViewer(args.context, args.request), args.params.caseActionId!)) }
}

export async function action(args: ActionFunctionArgs) {
  return actOnStep(args, dropAction, { actionId: args.params.caseActionId! })
}

export default function CalledOff() {
  const { asked: { what, ownerName } } = useLoaderData<typeof loader>()
  return (
    <StepPage title="Call it off" lead={<>Asked of {ownerName ?? 'somebody'}: <span className="said">{what ?? 'this text was erased.'}</span></>} button="Call it off">
      {(asked) => <WordsField name="words" label="Why it is no longer to be done" rows={3} {...asked} />}
    </StepPage>
  )
}
