import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { demoPassword, demoPeople } from '#modules/identity/demo-people.ts'
import { schoolSignIns } from '#modules/identity/school-sign-ins.server.ts'
import { signIn } from '#modules/identity/sign-in.server.ts'
import { isDemo } from '#modules/is-demo.server.ts'
import { demoMenteeCode } from '#modules/mentoring/demo-mentee-code.ts'
import { onceIn } from '#app/http/kept-form.server.ts'
import { asForm, refuse } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { beginSession, ownPath } from '#app/http/session.server.ts'
import { DemoPeopleList } from '#app/identity/demo-people-list.tsx'
import { SignInForm } from '#app/identity/sign-in-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Sign in · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const next = ownPath(searchParams.get('next'))
  if ((await context.standing())?.state === 'signed-in') throw redirect(await onceIn(request, next))
  const as = isDemo() ? demoPeople.find(({ username }) => username === searchParams.get('as'))?.username ?? null : null
  return { next, as, schools: await schoolSignIns(), demo: isDemo() ? { people: demoPeople, password: demoPassword, menteeCode: demoMenteeCode } : null }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { username, password, isShared, next } = fields(form)
  const outcome = await asForm(form, () => signIn({ username: username ?? '', password: password ?? '', isShared: isShared === 'yes' }, { address: context.address, device: request.headers.get('user-agent') ?? 'a device' }))
  if ('refused' in outcome) return outcome.refused
  if (!outcome.done) return refuse(form, 400, 'That name and password do not go together. Check both and try again.')
  return redirect(await onceIn(request, ownPath(next)), { headers: await beginSession(request, outcome.done.token) })
}

export default function SignInPage() {
  const { next, as, schools, demo } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell wide={demo !== null} aside={demo && <DemoPeopleList {...demo} as={as} next={next} />}>
      <PageTitle>Sign in</PageTitle>
      <SignInForm key={as} next={next} schools={schools} refusal={refusal} filled={as && demo ? { username: as, password: demo.password } : undefined} />
    </Shell>
  )
}
