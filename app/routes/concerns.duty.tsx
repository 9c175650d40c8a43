import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { goOnDuty } from '#modules/safeguarding/go-on-duty.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

const Form = z.object({ organisationId: z.uuid(), hours: z.coerce.number() })

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/concerns')

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  await asPage((async () => goOnDuty(viewer, Form.parse(fields(form))))())
  return redirect('/concerns')
}

export { default } from '#app/ui/never-drawn.tsx'
