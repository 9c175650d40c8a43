import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { School } from 'lucide-react'
import { findInvitation } from '#modules/identity/find-invitation.server.ts'
import { signIn } from '#modules/identity/sign-in.server.ts'
import { takeUpInvitation } from '#modules/identity/take-up-invitation.server.ts'
import { clearInvitation, invitationOf, setInvitation } from '#app/http/invitation.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { beginSession } from '#app/http/session.server.ts'
import { NewSignInFields } from '#app/identity/new-sign-in-fields.tsx'
import { roleInWords } from '#app/identity/role-in-words.ts'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Your invitation · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const given = new URL(request.url).searchParams.get('token')
  if (given) throw redirect('/invitation', { headers: { 'Set-Cookie': await setInvitation(given.slice(0, 100)), 'Referrer-Policy': 'no-referrer' } })
  const standing = await context.standing()
  return { ...(await asPage(findInvitation((await invitationOf(request)) ?? ''))), viewer: standing?.state === 'signed-in' ? standing.viewer.name : null }
}

/** Somebody new takes their invitation up and is signed in. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { name, username, password, bornOn } = fields(form)
  const token = (await invitationOf(request)) ?? ''
  const outcome = await asForm(form, async () => {
    await takeUpInvitation({ token, name: name ?? '', username: username ?? '', password: password ?? '', bornOn: bornOn || undefined })
    return signIn({ username: username ?? '', password: password ?? '' }, { address: context.address, device: request.headers.get('user-agent') ?? 'a device' })
  })
  if ('refused' in outcome) return outcome.refused
  return redirect('/', { headers: [['Set-Cookie', await clearInvitation()], ...(outcome.done ? await beginSession(request, outcome.done.token) : [])] })
}

export default function InvitationPage() {
  const { fullName, role, place, providers, viewer } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell>
      <PageTitle kicker={`An invitation for ${fullName}`}>Join {place}</PageTitle>
      <p>{place} would like you as {roleInWords[role]}.</p>
      {viewer && (
        <Sheet tone="rope">
          <h2>You are signed in as {viewer}</h2>
          <p>Take the invitation up as yourself, and you keep one sign-in for everything.</p>
          <Form method="post" action="/invitation/acceptance"><Button type="submit">Yes, add it to my sign-in</Button></Form>
        </Sheet>
      )}
      <Sheet>
        <h2>{viewer ? 'Somebody else? Make a new sign-in' : 'Make your sign-in'}</h2>
        <Problem message={refusal?.message} />
        <Form method="post" className="door-form">
          <NewSignInFields refusal={refusal} name={fullName.split(' ')[0]} />
          <Button type="submit" kind={viewer ? 'plain' : 'main'}>Take it up</Button>
        </Form>
        {!viewer && (
          <>
            <p className="or">or</p>
            <div className="other-ways">
              {providers.map(({ id, name }) => <ButtonLink key={id} kind="plain" reloadDocument to={`/auth/oidc/${id}?errand=invitation`}><School aria-hidden="true" />{name}</ButtonLink>)}
              <ButtonLink kind="plain" to="/sign-in?next=/invitation">I have a sign-in already</ButtonLink>
            </div>
          </>
        )}
      </Sheet>
    </Shell>
  )
}
