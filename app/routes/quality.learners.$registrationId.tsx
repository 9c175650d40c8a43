import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { findSignOff } from '#modules/quality/find-sign-off.server.ts'
import { signOffLearner } from '#modules/quality/sign-off-learner.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Sign off a learner · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(findSignOff(viewer, { registrationId: params.registrationId ?? '' }))), signOffId: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => signOffLearner(viewer, { id: fields(form).id ?? '', registrationId: params.registrationId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/quality/learners/${params.registrationId ?? ''}`)
}

export default function SignOffPage() {
  const { id, signOffId, name, where, title, version, near, missing, signedOff, struck, can } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/quality', label: 'Quality' }}>
      <PageTitle kicker={`${where} · ${title}, version ${version}`}>{signedOff ? `${name} is signed off` : `Sign ${name} off`}</PageTitle>
      <Sheet>
        <div className="stack">
          {/* What a refusal says is said below as well, as it stands now. */}
          <Problem message={refusal?.message} />
          {signedOff && <p>{signedOff.byName} signed {name} off, <When at={signedOff.at} within />. {missing.length === 0 && `${name} may be claimed for.`}</p>}
          {signedOff && missing.length > 0 && <Note tone="sun"><b>{name} is not claimed for while this waits.</b><ul>{missing.map((one) => <li key={one}>{one}</li>)}</ul></Note>}
          {signedOff && <p className="small"><Link to={`/quality/learners/${id}/striking`}>Strike it through, if it was wrong</Link></p>}
          {struck.map((one) => <Note key={one.id}><s>{one.byName} signed {name} off, <When at={one.at} within />.</s> {one.struckBy} struck it through, <When at={one.struckAt} within />: “{one.why}”</Note>)}
          {!signedOff && near && <Note tone="sun">{near}</Note>}
          {!signedOff && missing.length > 0 && <Note tone="sun"><b>Not yet.</b><ul>{missing.map((one) => <li key={one}>{one}</li>)}</ul></Note>}
          {can.signOff && (
            <Form method="post" className="stack">
              <p>Every criterion is met, nothing that was drawn waits, and no action is open. Signing off says that you stand by it. It is done once, and {name} may be claimed for from then on.</p>
              <input type="hidden" name="id" value={signOffId} />
              <Button type="submit">Sign {name} off</Button>
            </Form>
          )}
          <p className="small"><Link to={`/assessment/${id}`}>Everything {name} handed in, and how it was decided</Link></p>
        </div>
      </Sheet>
    </Shell>
  )
}
