import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { myAgreement } from '#modules/completion/my-agreement.server.ts'
import { signAgreement } from '#modules/completion/sign-agreement.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import '#app/completion/agreement.css'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'The mentor agreement · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { agreement: await asPage(myAgreement(viewer, { organisationId: params.organisationId ?? '' })) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { version = '', agreed } = fields(form)
  const outcome = await asForm(form, () => signAgreement(viewer, { organisationId: params.organisationId ?? '', version, agreed }))
  return 'refused' in outcome ? outcome.refused : redirect('/learn/ready')
}

export default function AgreementPage() {
  const { agreement } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/learn/ready', label: 'Before you meet a mentee' }}>
      <PageTitle kicker={agreement.setting}>The mentor agreement</PageTitle>
      <Sheet>
        <h2>What you promise</h2>
        <ul className="agreed">{agreement.promises.map((line) => <li key={line}>{line}</li>)}</ul>
        <h2>What you get</h2>
        <ul className="agreed">{agreement.inReturn.map((line) => <li key={line}>{line}</li>)}</ul>
      </Sheet>
      <Sheet>
        {agreement.signedAt ? <Note tone="rope">You signed this, <When at={agreement.signedAt} within />.</Note> : (
          <Form method="post" className="stack">
            <Problem message={refusal?.fields.agreed ?? refusal?.message} />
            <input type="hidden" name="version" value={agreement.version} />
            <Choice type="checkbox" name="agreed" value="yes" required label="I have read it, and I agree." hint="If there is something you cannot promise, talk to your youth worker first." />
            <Reads><b>You, your youth workers, your coordinator and the trainers of your course</b> can see that you signed, and when.</Reads>
            <Button type="submit">Sign it</Button>
          </Form>
        )}
      </Sheet>
    </Shell>
  )
}
