import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { NotificationPage } from '#app/reporting/notification-page.tsx'
import { actOnNotification, loadNotification } from '#app/reporting/notification.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const meta: MetaFunction = () => [{ title: 'What the law asks of you · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return loadNotification(await requireViewer(context, request), params.concernId)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  return (await actOnNotification(await requireViewer(context, request), request, params.concernId)) ?? redirect(`/worried/${params.concernId!}`)
}

export default function WorriedNotification() {
  const { concernId } = useParams()
  return <NotificationPage asked={useLoaderData<typeof loader>()} concernId={concernId!} back={{ to: `/worried/${concernId!}`, label: 'What you passed on' }} refusal={useActionData<typeof action>()} />
}
