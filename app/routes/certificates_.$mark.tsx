import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { achievements } from '#modules/awards/achievements.ts'
import { findPublicCertificate } from '#modules/awards/find-public-certificate.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { BadgeFacts } from '#app/awards/badge-facts.tsx'
import { NameNote } from '#app/awards/name-note.tsx'
import { StandingNote } from '#app/awards/standing-note.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/awards/awards.css'

export const meta: MetaFunction = () => [{ title: 'A certificate · Belay' }, { name: 'robots', content: 'noindex' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const certificate = await asPage(findPublicCertificate({ mark: params.mark ?? '' }, context))
  return data({ certificate }, { status: certificate ? 200 : 404 })
}

/** Whoever holds the paper asks whether the name on it is the right one. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { owner = '' } = fields(form)
  const outcome = await asForm(form, () => findPublicCertificate({ mark: params.mark ?? '', name: owner.slice(0, 200) }, context))
  return 'refused' in outcome ? outcome.refused : { isTheName: outcome.done?.isTheName ?? null, said: { owner } }
}

export default function CertificatePage() {
  const { certificate } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Shell>
      <PageTitle kicker="A certificate">{certificate?.title ?? 'Not found'}</PageTitle>
      {!certificate && <Sheet aria-label="What we can say"><Note>There is no certificate with this address. Compare every letter and digit with the paper. If they are all the same, the certificate was not made here.</Note><p><a href="/certificates">Try again</a></p></Sheet>}
      {certificate && (
        <>
          <Sheet aria-label="The certificate">
            <div className="badge-page" data-standing={certificate.standing}>
              <img src={`/badges/pictures/${certificate.kind}.svg`} alt="" width={224} height={224} />
              <StandingNote standing={certificate.standing} paper />
              <BadgeFacts {...certificate} />
              <p>{achievements[certificate.kind].narrative}</p>
            </div>
          </Sheet>
          <Sheet aria-labelledby="whose">
            <h2 id="whose">Is the name on it right?</h2>
            <Problem message={answer && 'message' in answer ? answer.message : undefined} />
            <NameNote isTheName={answer && 'isTheName' in answer ? answer.isTheName : null} answer={answer} />
            <Form method="post" className="check-form">
              <Field label="The full name on the paper" hint="Belay shows no name here. It says whether this is the one."><input name="owner" required maxLength={120} autoComplete="off" defaultValue={answer?.said.owner} /></Field>
              <Button kind="plain" type="submit">Ask</Button>
            </Form>
          </Sheet>
        </>
      )}
    </Shell>
  )
}
