import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { findCase } from '#modules/cases/find-case.server.ts'
import { printConcern } from '#modules/cases/print-concern.server.ts'
import { Forbidden } from '#modules/errors.ts'
import { lineGroups, significant, type LineGroup } from '#modules/safeguarding/line-groups.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { ChoosePrint } from '#app/cases/choose-print.tsx'
import { PrintedChronology } from '#app/cases/printed-chronology.tsx'

export const meta: MetaFunction = () => [{ title: 'Print the chronology · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const concernId = z.uuid().parse(params.concernId)
    const asked = new URL(request.url).searchParams
    // What is to be printed is chosen first: that page shows nothing of the concern, and puts nothing on record.
    if (!asked.has('group')) {
      if (!(await findCase(viewer, concernId)).can.includes('printed')) throw new Forbidden()
      return { printed: null }
    }
    return { printed: await printConcern(viewer, { concernId, groups: asked.getAll('group') as LineGroup[], from: asked.get('from'), until: asked.get('until') }) }
  })())
}

export default function Print() {
  const { concernId } = useParams()
  const { printed } = useLoaderData<typeof loader>()
  if (printed) return <PrintedChronology printed={printed} />
  return <ChoosePrint title="Print the chronology" back={{ to: `/concerns/${concernId!}`, label: 'The concern' }} groups={lineGroups} usual={significant} usualIs="The significant events are" seen="Everybody who can open this concern" />
}
