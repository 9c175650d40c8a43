import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { issuerProblems } from '#modules/identity/ask-issuer.server.ts'
import { findIdentityProvider } from '#modules/identity/identity-providers.server.ts'
import { testIdentityProvider } from '#modules/identity/test-identity-provider.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Your own sign-in · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const provider = await asPage(findIdentityProvider(viewer, { providerId: params.providerId ?? '' }))
  if (provider.organisationId !== params.organisationId) throw data({ message: 'There is nothing here, or it is not yours to see.' }, { status: 404 })
  return { provider }
}

/** Asks it again. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const problem = await asPage(testIdentityProvider(viewer, { providerId: params.providerId ?? '' }))
  return data({ problem: problem ? issuerProblems[problem] : null })
}

export default function OneSignInPage() {
  const { provider } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const here = `/organisations/${provider.organisationId}/sign-in`
  const problem = answer ? answer.problem : provider.problem
  return (
    <Shell back={{ to: here, label: 'Your own sign-in' }}>
      <PageTitle kicker={provider.switchedOffAt ? <>Switched off <When at={provider.switchedOffAt} within /></> : 'On'}>{provider.name}</PageTitle>
      <Sheet>
        {provider.testedAt && (
          <div role="status">
            {problem
              ? <Note tone="sun"><p><b>{problem}</b></p><p className="soft small">Asked <When at={provider.testedAt} within />.</p></Note>
              : <Note tone="rope"><p><b>It answers as it should.</b> Whether the client id and the secret fit shows when somebody first signs in: try it yourself.</p><p className="soft small">Asked <When at={provider.testedAt} within />.</p></Note>}
          </div>
        )}
        <Rows>
          <Row title="Issuer" detail={<span className="in-one">{provider.issuer}</span>} />
          <Row title="Client id" detail={provider.clientId} />
          {provider.tenant && <Row title="Tenant" detail={provider.tenant} />}
          <Row title="The address to come back to" detail={provider.callback} />
          <Row title="Who comes in by it" detail={provider.linked === 0 ? 'Nobody yet. People link it under Account, or take up an invitation with it.' : `${provider.linked} ${provider.linked === 1 ? 'person' : 'people'}, ${provider.onlyThisWay} of them in no other way`} />
        </Rows>
        <Bar>
          <Form method="post"><Button type="submit">Ask it again</Button></Form>
          {provider.switchedOffAt
            ? <Form method="post" action={`${here}/${provider.id}/on`}><Button type="submit" kind="plain">Switch it on</Button></Form>
            : <ButtonLink kind="plain" to={`${here}/${provider.id}/off`}>Switch it off</ButtonLink>}
        </Bar>
      </Sheet>
    </Shell>
  )
}
