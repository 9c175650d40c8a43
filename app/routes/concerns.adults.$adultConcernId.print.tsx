import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { adultLineGroups, significantAboutAdult, type AdultLineGroup } from '#modules/adults/line-groups.ts'
import { keepsAdultConcern, printAdultConcern } from '#modules/adults/print-adult-concern.server.ts'
import { PrintedRecord } from '#app/adults/printed-record.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { ChoosePrint } from '#app/cases/choose-print.tsx'

export const meta: MetaFunction = () => [{ title: 'Print the record · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const adultConcernId = z.uuid().parse(params.adultConcernId)
    const asked = new URL(request.url).searchParams
    if (!asked.has('group')) {
      await keepsAdultConcern(viewer, adultConcernId)
      return { printed: null }
    }
    return { printed: await printAdultConcern(viewer, { adultConcernId, groups: asked.getAll('group') as AdultLineGroup[], from: asked.get('from'), until: asked.get('until') }) }
  })())
}

export default function PrintAdult() {
  const { adultConcernId } = useParams()
  const { printed } = useLoaderData<typeof loader>()
  if (printed) return <PrintedRecord printed={printed} />
  return <ChoosePrint title="Print the record" back={{ to: `/concerns/adults/${adultConcernId!}`, label: 'The record' }} groups={adultLineGroups} usual={significantAboutAdult} usualIs="What happened is" seen="Everybody who keeps this record" />
}
