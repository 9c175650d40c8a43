import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { finishSchoolSignIn } from '#modules/identity/finish-school-sign-in.server.ts'
import { callbackOf } from '#modules/identity/begin-school-sign-in.server.ts'
import { Conflict, Forbidden, NotFound } from '#modules/errors.ts'
import { onceIn } from '#app/http/kept-form.server.ts'
import { clearWay, wayOf } from '#app/http/school-way.server.ts'
import { beginSession, ownPath } from '#app/http/session.server.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

const notStarted = 'This sign-in was not started here, or it took too long. Please start it again.'

/** Somebody comes back from their school's sign-in. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const providerId = z.uuid().safeParse(params.providerId)
  const ceremonyId = z.uuid().safeParse(await wayOf(request))
  if (!providerId.success || !ceremonyId.success) return { message: notStarted }
  // The address as the provider knows it: behind a proxy the request's own may say another host.
  const address = new URL(`${callbackOf(providerId.data)}${new URL(request.url).search}`)
  try {
    const { token, next } = await finishSchoolSignIn({ providerId: providerId.data, ceremonyId: ceremonyId.data, address }, { address: context.address, device: request.headers.get('user-agent') ?? 'a device' }, await context.standing())
    const cookies: [string, string][] = [['Set-Cookie', await clearWay()], ...(token ? await beginSession(request, token) : [])]
    return redirect(await onceIn(request, ownPath(next)), { headers: cookies })
  } catch (error) {
    if (error instanceof Conflict || error instanceof Forbidden || error instanceof NotFound) return { message: error.message }
    throw error
  }
}

export default function SchoolRefused() {
  const { message } = useLoaderData<typeof loader>()
  return <Shell><PageTitle>That did not sign you in</PageTitle><Sheet><p>{message}</p><div><ButtonLink to="/sign-in">Back to signing in</ButtonLink></div></Sheet></Shell>
}
