import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findMentee } from '#modules/mentoring/find-mentee.server.ts'
import { giveMenteeCode } from '#modules/mentoring/give-mentee-code.server.ts'
import { settings } from '#modules/settings.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { When } from '#app/ui/when.tsx'
import { HandedOver } from '#app/people/handed-over.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'A code · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, birdName, codeUntil } = await asPage(findMentee(viewer, { menteeId: params.menteeId ?? '' }))
  return { id, birdName, codeUntil, address: `${settings().baseUrl}/m` }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => giveMenteeCode(viewer, { menteeId: params.menteeId ?? '', days: fields(form).days }))
  return 'refused' in outcome ? outcome.refused : outcome.done
}

export default function CodePage() {
  const { id, birdName, codeUntil, address } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/mentees/${id}`, label: birdName }}>
      <PageTitle kicker={birdName}>{answer && 'code' in answer ? 'Read this out' : 'Give a code'}</PageTitle>
      {answer && 'code' in answer ? (
        <Sheet tone="rope">
          <p>On any device, {birdName} opens <b>{address}</b> and types this. It works until <When at={answer.expiresAt} day within />, and is shown only now.</p>
          <HandedOver is="code" label={`The code of ${birdName}`} text={answer.code} />
        </Sheet>
      ) : (
        <Sheet>
          <Problem message={answer?.message} />
          {codeUntil && <p>The code they have now stops working when you give a new one.</p>}
          <Form method="post" className="stack">
            <ChoiceGroup legend="How long it works" name="days" type="radio" defaultValue="7" options={[{ value: '1', label: 'Today only', hint: 'For one sitting, for example a questionnaire' }, { value: '7', label: 'A week' }, { value: '28', label: 'Four weeks' }]} />
            <Button type="submit">Make the code</Button>
          </Form>
        </Sheet>
      )}
    </Shell>
  )
}
