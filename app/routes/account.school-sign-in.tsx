import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { School } from 'lucide-react'
import { signInMethods } from '#modules/identity/sign-in-methods.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { AccountFrame } from '#app/identity/account-frame.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'School sign-in · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const { schools, canLink } = await signInMethods(viewer)
  return { schools, canLink }
}

export default function SchoolSignInPage() {
  const { schools, canLink } = useLoaderData<typeof loader>()
  return (
    <AccountFrame title="School sign-in">
      <Sheet aria-labelledby="schools">
        <h2 id="schools">One tap from your school</h2>
        <p>Link your school’s own sign-in, and one tap there lets you in here. Your school does not see what you do in Belay.</p>
        {schools.length + canLink.length === 0 && <Empty title="Nothing to link yet">When your school’s coordinator adds its sign-in, you can link it here.</Empty>}
        <Rows>
          {schools.map(({ id, name, linkedAt }) => (
            <Row key={id} icon={School} title={name} detail={<>Linked <When at={linkedAt} day within /></>}
              action={<Form method="post" action={`/account/school-sign-in/${id}/removal`}><Button type="submit" kind="plain" aria-label={`Unlink ${name}`}>Unlink</Button></Form>} />
          ))}
          {canLink.map(({ id, name }) => (
            <Row key={id} icon={School} title={name} detail="Not linked" action={<ButtonLink kind="plain" reloadDocument to={`/auth/oidc/${id}?errand=link&next=/account/school-sign-in`} aria-label={`Link ${name}`}>Link</ButtonLink>} />
          ))}
        </Rows>
      </Sheet>
    </AccountFrame>
  )
}
