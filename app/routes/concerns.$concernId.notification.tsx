import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { NotificationPage } from '#app/reporting/notification-page.tsx'
import { actOnNotification, loadNotification } from '#app/reporting/notification.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'

export const meta: MetaFunction = () => [{ title: 'What the law asks of you · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return loadNotification(viewer, params.concernId)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return (await actOnNotification(viewer, request, params.concernId)) ?? redirect(`/concerns/${params.concernId!}`)
}

export default function Notification() {
  const { concernId } = useParams()
  return <NotificationPage asked={useLoaderData<typeof loader>()} concernId={concernId!} back={{ to: `/concerns/${concernId!}`, label: 'The concern' }} refusal={useActionData<typeof action>()} />
}
