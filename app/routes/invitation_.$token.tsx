import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { setInvitation } from '#app/http/invitation.server.ts'

/** A link from a letter. The token goes into a cookie before anything else is done with it. */
export const loader = async ({ params }: LoaderFunctionArgs) => redirect('/invitation', { headers: { 'Set-Cookie': await setInvitation((params.token ?? '').slice(0, 100)), 'Referrer-Policy': 'no-referrer' } })
