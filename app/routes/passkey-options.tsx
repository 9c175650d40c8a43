import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { beginNewPasskey, beginPasskeyProof, beginPasskeySignIn } from '#modules/identity/begin-passkey.server.ts'
import { Forbidden, TooMany } from '#modules/errors.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireHalfway } from '#app/http/session.server.ts'

export const loader = () => redirect('/')

/** What the browser asks the device: for signing in, for showing again that it is them, or for a new passkey. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { purpose } = fields(await readForm(request))
  try {
    if (purpose === 'sign-in') return Response.json(await beginPasskeySignIn(context))
    const { viewer } = await requireHalfway(context, request)
    return Response.json(await (purpose === 'new' ? beginNewPasskey : beginPasskeyProof)(viewer, context))
  } catch (error) {
    if (error instanceof Forbidden || error instanceof TooMany) return Response.json({ message: error.message }, { status: error instanceof Forbidden ? 403 : 429 })
    throw error
  }
}
