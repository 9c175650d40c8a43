import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { policyOf } from '#modules/completion/policy-of.server.ts'
import { sayPolicyRead } from '#modules/completion/say-policy-read.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ThePolicy } from '#app/completion/the-policy.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'The safeguarding policy · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { setting, policy, can } = await asPage(policyOf(viewer, { organisationId: params.organisationId ?? '' }))
  if (!can.read) throw data({ message: 'There is nothing here, or it is not yours to see.' }, { status: 404 })
  return { setting, policy }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { policyId = '', read } = fields(form)
  const outcome = await asForm(form, () => sayPolicyRead(viewer, { policyId, read }))
  return 'refused' in outcome ? outcome.refused : redirect('/learn/ready')
}

export default function PolicyToReadPage() {
  const { setting, policy } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/learn/ready', label: 'Before you meet a mentee' }}>
      <PageTitle kicker={setting}>The safeguarding policy</PageTitle>
      <Sheet>
        {policy ? <ThePolicy policy={policy} /> : <Empty title="The policy of your setting will be here">Your coordinator has not named it yet. Ask them, or your youth worker.</Empty>}
        {policy && <p>It says how your school or club keeps young people safe, and who looks after that. Where it says more than the course, it counts.</p>}
      </Sheet>
      {policy && (
        <Sheet>
          {policy.readAt ? <Note tone="rope">You said that you have read it, <When at={policy.readAt} within />.</Note> : (
            <Form method="post" className="stack">
              <Problem message={refusal?.fields.read ?? refusal?.message} />
              <input type="hidden" name="policyId" value={policy.id} />
              <Choice type="checkbox" name="read" value="yes" required label="I have read it." hint="If a part is not clear, say so to your youth worker. That counts as reading it well." />
              <Reads><b>You, your youth workers, your coordinator and the trainers of your course</b> can see that you read it, and when.</Reads>
              <Button type="submit">Done</Button>
            </Form>
          )}
        </Sheet>
      )}
    </Shell>
  )
}
