import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findMyAdultConcern } from '#modules/adults/my-adult-concerns.server.ts'
import { myReporting } from '#modules/reporting/my-reporting.server.ts'
import { originOf } from '#modules/safeguarding/origin.ts'
import { findMyConcern } from '#modules/safeguarding/my-concerns.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { timeAfterHandingOn } from '#modules/supervision/time-after-handing-on.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { WhatTheLawAsks } from '#app/reporting/what-the-law-asks.tsx'
import { KeepSeat } from '#app/rooms/keep-seat.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { HandedOn } from '#app/worried/handed-on.tsx'
import { backToOrigin } from '#app/worried/say-origin.tsx'
import { seatOf } from '#app/worried/seat-of.server.ts'

export const meta: MetaFunction = () => [{ title: 'Handed on · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const from = new URL(request.url).searchParams.get('from')
  return asPage((async () => {
    const concernId = z.uuid().parse(params.concernId)
    const around = { freshId: newId(), origin: originOf(from), seat: await seatOf(viewer, from) }
    const aboutAdult = await findMyAdultConcern(viewer, concernId)
    if (aboutAdult) return { ...around, concern: aboutAdult, reporting: null, time: null }
    return { ...around, concern: await findMyConcern(viewer, concernId), reporting: await myReporting(viewer, concernId), time: await timeAfterHandingOn(viewer, concernId) }
  })())
}

export default function WorriedConcern() {
  const { concern, reporting, time, freshId, origin, seat } = useLoaderData<typeof loader>()
  useNews()
  return <Shell reading back={origin ? backToOrigin(origin) : { to: '/', label: 'Today' }}>{seat && <KeepSeat meetingId={seat} />}<HandedOn asked={reporting && <WhatTheLawAsks reporting={reporting} to={`/worried/${concern.concernId}/notification`} />} concern={concern} time={time && { ...time, freshId }} more={`/worried/${concern.concernId}/more`} /></Shell>
}
