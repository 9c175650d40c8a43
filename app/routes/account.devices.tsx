import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { MonitorSmartphone } from 'lucide-react'
import { devices } from '#modules/identity/devices.server.ts'
import { endOtherSessions } from '#modules/identity/end-other-sessions.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { AccountFrame } from '#app/identity/account-frame.tsx'
import { Button } from '#app/ui/button.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Devices · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { devices: await devices(await requireViewer(context, request)) }
}

/** Everywhere but here. */
export async function action({ context, request }: ActionFunctionArgs) {
  await endOtherSessions(await requireViewer(context, request))
  return redirect('/account/devices')
}

export default function DevicesPage() {
  const { devices: open } = useLoaderData<typeof loader>()
  return (
    <AccountFrame title="Devices">
      <Sheet>
        <p>Where you are signed in now. Do you not know one of them? Sign it out, then change your password.</p>
        <Rows>
          {open.map(({ id, device, lastSeenAt, isShared, isThis }) => (
            <Row key={id} icon={MonitorSmartphone} title={device} detail={<>Last here <When at={lastSeenAt} within />{isShared && ' · shared with others'}</>}
              tag={isThis && <Tag tone="rope">This one</Tag>}
              action={!isThis && <Form method="post" action={`/account/devices/${id}/end`}><Button type="submit" kind="plain" aria-label={`Sign out ${device}`}>Sign out</Button></Form>} />
          ))}
        </Rows>
        {open.length > 1 && <Form method="post"><Button type="submit" kind="plain">Sign out everywhere but here</Button></Form>}
      </Sheet>
    </AccountFrame>
  )
}
