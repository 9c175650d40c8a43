import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { now } from '#modules/clock.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { MentorToday } from '#app/today/mentor-today.tsx'
import { StaffToday } from '#app/today/staff-today.tsx'
import { todayOf } from '#app/today/today-of.server.ts'
import '#app/today/today.css'

export const meta: MetaFunction = () => [{ title: 'Today · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { name: viewer.name, now: now(), today: await asPage(todayOf(viewer)) }
}

export default function Today() {
  const { name, now, today } = useLoaderData<typeof loader>()
  useNews()
  const isYoung = today.roles.every((role) => role === 'mentor') && today.vetting.mine.length === 0
  return isYoung ? <MentorToday today={today} name={name} now={now} /> : <StaffToday today={today} name={name} now={now} />
}
