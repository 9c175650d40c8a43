import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findCalendar } from '#modules/calendar/find-calendar.server.ts'
import { setStaffedHours } from '#modules/calendar/set-staffed-hours.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { weekdays } from '#app/calendar/say-days.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/calendar/calendar.css'

export const meta: MetaFunction = () => [{ title: 'Staffed hours · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const page = await asPage(findCalendar(viewer, params.organisationId ?? ''))
  if (!page.mayKeep) throw data({ message: 'Hours are for the coordinator or the safeguarding lead to enter.' }, { status: 403 })
  return { id: newId(), page }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const said = fields(form)
  const organisationId = params.organisationId ?? ''
  const week = weekdays.flatMap((_, index) => { const [from, to] = [said[`from-${index + 1}`] ?? '', said[`to-${index + 1}`] ?? '']; return from || to ? [{ day: index + 1, from, to }] : [] })
  const outcome = await asForm(form, () => setStaffedHours(viewer, { id: said.id ?? '', organisationId, week, isOpenInHolidays: said.isOpenInHolidays === 'yes', emergencyDuty: said.emergencyDuty ?? '' }))
  if ('done' in outcome) return redirect(`/organisations/${organisationId}/calendar`)
  // Of the week the form knows each day by its number, the deed by its place in the list.
  const { fields: problems } = outcome.refused.data
  week.forEach(({ day }, place) => { const said = Object.entries(problems).find(([path]) => path === `week.${place}` || path.startsWith(`week.${place}.`)); if (said) problems[`day-${day}`] = said[1] })
  return outcome.refused
}

export default function HoursPage() {
  const { id, page } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const was = (name: string, known: string | undefined) => refusal ? refusal.said[name] : known
  return (
    <Shell back={{ to: `/organisations/${page.organisationId}/calendar`, label: 'When somebody is there' }}>
      <PageTitle kicker={page.organisationName}>Staffed hours</PageTitle>
      <Sheet>
        <Problem message={refusal?.fields.week ?? refusal?.message} />
        <p>When somebody of {page.organisationName} reads what comes in. Leave a day empty if nobody does.</p>
        <Form method="post" className="stack">
          <input type="hidden" name="id" value={refusal?.said.id ?? id} />
          <div className="hours">
            {weekdays.map((name, index) => {
              const day = index + 1
              const hours = page.week?.find((one) => one.day === day)
              return (
                <fieldset key={day} className="hours-day">
                  <legend>{name}</legend>
                  <Field label="From" problem={refusal?.fields[`day-${day}`]}><input type="time" name={`from-${day}`} defaultValue={was(`from-${day}`, hours?.from)} /></Field>
                  <Field label="To"><input type="time" name={`to-${day}`} defaultValue={was(`to-${day}`, hours?.to)} /></Field>
                </fieldset>
              )
            })}
          </div>
          <Choice type="checkbox" name="isOpenInHolidays" value="yes" label="The same hours in the holidays" hint="Bank holidays and closed days stay closed." defaultChecked={refusal ? refusal.said.isOpenInHolidays === 'yes' : page.isOpenInHolidays} />
          <Field label={<>The council’s emergency duty number <span className="soft">if you know it</span></>} hint="For nights and weekends. It stands on the pages of whoever is worried while nobody is there." problem={refusal?.fields.emergencyDuty}><input type="tel" name="emergencyDuty" maxLength={30} defaultValue={was('emergencyDuty', page.emergencyDuty ?? '')} /></Field>
          <div><Button>Keep these hours</Button></div>
        </Form>
      </Sheet>
    </Shell>
  )
}
