import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { findCase } from '#modules/cases/find-case.server.ts'
import { printConcern } from '#modules/cases/print-concern.server.ts'
import { Forbidden } from '#modules/errors.ts'
import { lineGroups, significant, type LineGroup } from '#modules/safeguarding/line-groups.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { PrintedChronology } from '#app/cases/printed-chronology.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

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
  return (
    <Shell back={{ to: `/concerns/${concernId!}`, label: 'The concern' }}>
      <PageTitle>Print the chronology</PageTitle>
      <Sheet as="div">
        <Form method="get" className="stack">
          <ChoiceGroup legend="What is printed?" hint="The significant events are ticked." type="checkbox" name="group" options={lineGroups} defaultValue={significant} />
          <Field label={<>From <span className="soft">if not from the beginning</span></>}><input type="date" name="from" /></Field>
          <Field label={<>Until <span className="soft">if not until today</span></>}><input type="date" name="until" /></Field>
          <Reads><b>Everybody who can open this concern</b> can see that you printed it, and when. On paper it is yours to keep safe.</Reads>
          <div><Button>Show it</Button></div>
        </Form>
      </Sheet>
    </Shell>
  )
}
