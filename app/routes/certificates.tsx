import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { markTyped } from '#modules/awards/addresses.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { PaperForm } from '#app/awards/paper-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Check a certificate · Belay' }]

export const loader = (_: LoaderFunctionArgs) => null

/** From what somebody typed off the paper to the certificate's own page. */
export async function action({ request }: ActionFunctionArgs) {
  const { mark = '' } = fields(await readForm(request))
  const typed = markTyped(mark)
  return typed.length === 19 ? redirect(`/certificates/${typed}`) : data({ message: 'There are sixteen letters and digits at the end of the address, in fours. Compare what you wrote with the paper.', mark: mark.slice(0, 60) }, { status: 400 })
}

export default function CertificatesPage() {
  const refusal = useActionData<typeof action>()
  return <Shell><PageTitle kicker="For anybody who was shown one">Check a certificate</PageTitle><PaperForm refusal={refusal} /><p><a className="pressable" href="/badges/verify">Check a badge</a></p></Shell>
}
