import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
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
  return redirect(markTyped(mark) ? `/certificates/${markTyped(mark)}` : '/certificates')
}

export default function CertificatesPage() {
  return <Shell><PageTitle kicker="For anybody who was shown one">Check a certificate</PageTitle><PaperForm /><p><a href="/badges/verify">Check a badge</a></p></Shell>
}
