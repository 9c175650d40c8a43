import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { after, days } from '#modules/clock.ts'
import { momentOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import { openToExternal } from '#modules/quality/open-to-external.server.ts'
import { openingsOf } from '#modules/quality/openings.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { OpeningRow } from '#app/quality/opening-row.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Open a sample · Belay' }]

const day = (count: number) => after(days(count)).toISOString().slice(0, 10)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { ...(await asPage(openingsOf(viewer, { planId: params.planId ?? '' }))), id: newId(), from: day(0), until: day(14) }
}

/** A day there is: 31 February is none. */
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
/** From the first minute of one day to the last of another, where the setting is. */
const momentAt = (date: string, time: string, timeZone: string) => (isDay(date) ? momentOf(`${date}T${time}`, timeZone) : new Date(Number.NaN))

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', personId = '', opensAt = '', closesAt = '' } = fields(form)
  const planId = params.planId ?? ''
  const { timeZone } = await asPage(openingsOf(viewer, { planId }))
  const outcome = await asForm(form, () => openToExternal(viewer, { id, planId, personId, opensAt: momentAt(opensAt, '00:00', timeZone), closesAt: momentAt(closesAt, '23:59', timeZone) }))
  return 'refused' in outcome ? outcome.refused : redirect(`/quality/plans/${planId}/openings`)
}

export default function OpeningsPage() {
  const { planId, title, externals, openings, id, from, until } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said: Record<string, string> = refusal?.said ?? {}
  return (
    <Shell back={{ to: `/quality/plans/${planId}`, label: 'The sample' }}>
      <PageTitle kicker={title}>Open it to somebody from outside</PageTitle>
      {openings.length > 0 && <Sheet aria-labelledby="openings"><h2 id="openings">Opened to</h2><Rows>{openings.map((one) => <OpeningRow key={one.id} opening={one} />)}</Rows></Sheet>}
      <Sheet>
        {externals.length === 0 ? <Empty title="Nobody here is an external quality assurer">A coordinator gives somebody that role, for a time. Then you open a sample to them here.</Empty> : (
          <Form method="post" className="stack">
            <Problem message={refusal?.message} />
            <input type="hidden" name="id" value={said.id ?? id} />
            <ChoiceGroup legend="To whom" name="personId" type="radio" required defaultValue={said.personId ?? (externals.length === 1 ? externals[0]!.id : undefined)} problem={refusal?.fields.personId} options={externals.map((one) => ({ value: one.id, label: one.name }))} />
            <Field label="From the morning of" problem={refusal?.fields.opensAt}><input type="date" name="opensAt" required defaultValue={said.opensAt ?? from} /></Field>
            <Field label="Until the evening of" hint="Sixty days at most." problem={refusal?.fields.closesAt}><input type="date" name="closesAt" required defaultValue={said.closesAt ?? until} /></Field>
            <Reads><b>They read what was drawn and nothing else:</b> its evidence, the decisions, what you and the assessor wrote about them. Learners are numbered and not named. No journal, no concern. Each page they open is on record.</Reads>
            <Button type="submit">Open it</Button>
          </Form>
        )}
      </Sheet>
    </Shell>
  )
}
