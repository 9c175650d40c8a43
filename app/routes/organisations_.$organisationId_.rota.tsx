import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { findRota } from '#modules/safeguarding/find-rota.server.ts'
import { planWeek } from '#modules/safeguarding/plan-week.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { sayCalendarDay, weekdays } from '#app/calendar/say-days.ts'
import { AwayRows } from '#app/calendar/away-rows.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { sayTime } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'
import '#app/calendar/calendar.css'

export const meta: MetaFunction = () => [{ title: 'Duty and cover · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const page = await asPage(findRota(viewer, { organisationId: params.organisationId ?? '', week: new URL(request.url).searchParams.get('week') }))
  return { id: newId(), page }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', personId = '', from = '', to = '', weeks = '1', monday = '' } = fields(form)
  const organisationId = params.organisationId ?? ''
  const days = form.getAll('days').filter((day) => typeof day === 'string')
  const outcome = await asForm(form, () => planWeek(viewer, { id, organisationId, personId, days, from, to, weeks }))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${organisationId}/rota?week=${encodeURIComponent(monday)}`)
}

export default function RotaPage() {
  const { id, page } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const base = `/organisations/${page.organisationId}`
  return (
    <Shell back={{ to: base, label: page.organisationName }} aside={(
      <Sheet aria-labelledby="away">
        <h2 id="away">Away, and covered</h2>
        <AwayRows away={page.away} base={base} />
        {page.people.length > 0 && <Bar><ButtonLink kind="plain" to={`${base}/away`}>Say who is away</ButtonLink></Bar>}
      </Sheet>
    )}>
      <PageTitle kicker={page.organisationName}>Duty, week of {sayCalendarDay(page.monday).replace(/^Mon /, '')}</PageTitle>
      <Bar><ButtonLink kind="plain" to={`?week=${page.before}`}>The week before</ButtonLink><ButtonLink kind="plain" to={`?week=${page.after}`}>The week after</ButtonLink></Bar>
      <Sheet>
        <Rows label="Who is on duty">
          {page.days.map(({ day, isOver, duties }, index) => (
            <Row key={day} title={<span className={isOver ? 'soft' : undefined}>{weekdays[index]} {Number(day.slice(8))}</span>} tag={day === page.today ? <Tag tone="rope">today</Tag> : undefined} detail={duties.length === 0 ? 'nobody' : (
              <ul className="duties">{duties.map((duty) => (
                <li key={duty.id}><span>{duty.name}, {between(duty, day)}</span>{duty.mayCallOff && <Form method="post" action={`${base}/duties/${duty.id}/calling-off`}><input type="hidden" name="week" value={page.monday} /><button className="as-link">Call it off<span className="visually-hidden">: {duty.name}, {weekdays[index]}, {between(duty, day)}</span></button></Form>}</li>
              ))}</ul>
            )} />
          ))}
        </Rows>
      </Sheet>
      {page.people.length > 0 && page.days.some(({ isOver }) => !isOver) && (
        <Sheet as="div">
          <h2 className="h3">Plan duty</h2>
          <Problem message={refusal?.message} />
          <Form method="post" className="stack">
            <input type="hidden" name="id" value={refusal?.said.id ?? id} /><input type="hidden" name="monday" value={page.monday} />
            <Field label="Who" problem={refusal?.fields.personId}><select name="personId" required defaultValue={refusal?.said.personId}>{page.people.map((person) => <option key={person.personId} value={person.personId}>{person.name}</option>)}</select></Field>
            <ChoiceGroup legend="On" name="days" type="checkbox" problem={refusal?.fields.days} options={page.days.filter(({ isOver }) => !isOver).map(({ day }) => ({ value: day, label: sayCalendarDay(day).replace(/ \d{4}$/, '') }))} />
            <div className="from-to">
              <Field label="From" problem={refusal?.fields.from}><input type="time" name="from" required defaultValue={refusal?.said.from ?? '08:30'} /></Field>
              <Field label="To" problem={refusal?.fields.to}><input type="time" name="to" required defaultValue={refusal?.said.to ?? '16:30'} /></Field>
            </div>
            <Field label="For" hint="In later weeks, days on which you are closed are left out."><select name="weeks" defaultValue={refusal?.said.weeks ?? '1'}>{[1, 2, 3, 4, 6, 8, 12].map((weeks) => <option key={weeks} value={weeks}>{weeks === 1 ? 'this week' : `${weeks} weeks`}</option>)}</select></Field>
            <div><Button>Put them on duty</Button></div>
          </Form>
        </Sheet>
      )}
      <p className="small soft">Whoever is worried sees who is on duty at that moment. A concern comes to them first, with the lead and deputies.</p>
    </Shell>
  )
}

/** "08:30 to 16:30"; of a duty over more than a day, what of it lies on this one. */
function between({ startsAt, endsAt }: { startsAt: Date | string; endsAt: Date | string }, day: string) {
  const iso = (at: Date | string) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(at))
  const [begins, ends] = [iso(startsAt) === day, iso(endsAt) === day]
  return begins && ends ? `${sayTime(new Date(startsAt))} to ${sayTime(new Date(endsAt))}` : begins ? `from ${sayTime(new Date(startsAt))}` : ends ? `until ${sayTime(new Date(endsAt))}` : 'all day'
}
