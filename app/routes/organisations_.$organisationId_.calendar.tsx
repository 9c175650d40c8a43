import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { CalendarOff, CalendarRange, Clock3, Flag, PhoneCall } from 'lucide-react'
import { findCalendar } from '#modules/calendar/find-calendar.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { sayCalendarDay, sayDays, weekdays } from '#app/calendar/say-days.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'When somebody is there · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { page: await asPage(findCalendar(viewer, params.organisationId ?? '')) }
}

export default function CalendarPage() {
  const { page } = useLoaderData<typeof loader>()
  const base = `/organisations/${page.organisationId}`
  return (
    <Shell back={{ to: base, label: page.organisationName }} aside={(
      <Sheet>
        <h2>Bank holidays</h2>
        <Rows>{page.bankHolidays.map(({ day, name }) => <Row key={day} icon={Flag} title={name} detail={sayCalendarDay(day)} />)}</Rows>
        <p className="small soft">England and Wales, from {page.checked.from}, last checked {sayCalendarDay(page.checked.on)}. They are known until the end of {page.checked.until.slice(0, 4)}; after that Belay counts every weekday, until it is brought up to date.</p>
      </Sheet>
    )}>
      <PageTitle kicker={page.organisationName}>When somebody is there</PageTitle>
      {page.now && <Note tone={page.now.isStaffed ? 'rope' : 'dusk'} icon={Clock3}>{page.now.isStaffed ? 'These are staffed hours.' : <>Nobody is there now{page.now.opensAt && <>, until <When at={page.now.opensAt} within /></>}. Young people read that on every page that says who gets a concern.</>}</Note>}
      {!page.hasTermAhead && <Note tone="sun" icon={CalendarRange}>No term from today on is entered, so holidays are not known: every weekday counts. The coordinator enters terms.</Note>}
      <Sheet>
        <h2>Staffed hours</h2>
        {page.week ? (
          <>
            <Rows>{weekdays.map((name, index) => {
              const hours = page.week!.find(({ day }) => day === index + 1)
              return <Row key={name} title={name} tag={<span className={hours ? undefined : 'soft'}>{hours ? `${hours.from} to ${hours.to}` : 'nobody'}</span>} />
            })}</Rows>
            <p className="small soft">{page.isOpenInHolidays ? 'In the holidays too, but not on bank holidays and closed days.' : 'Not in the holidays, on bank holidays or on closed days.'}</p>
          </>
        ) : <Empty title="The hours will be here">Say when somebody reads what comes in. Outside them, pages say that nobody is there, and from when again.</Empty>}
        <Rows><Row icon={PhoneCall} title={page.emergencyDuty ? <span className="in-one">{page.emergencyDuty}</span> : 'No emergency duty number yet'} detail="The local authority’s emergency team, for nights and weekends" /></Rows>
        {page.mayKeep && <Bar><ButtonLink kind="plain" to={`${base}/hours`}>{page.week ? 'Change the hours' : 'Enter the hours'}</ButtonLink></Bar>}
      </Sheet>
      <Sheet>
        <h2>Closed days</h2>
        {page.closed.length === 0 && <Empty title="Closed days within a term will be here">A training day, snow, a move. Clocks that count staffed hours wait over them.</Empty>}
        <Rows>{page.closed.map((days) => (
          <Row key={days.id} icon={CalendarOff} title={days.name} detail={sayDays(days)}
            action={page.mayKeep && <Form method="post" action={`${base}/closed-days/${days.id}/taking-back`}><Button kind="plain">Open after all<span className="visually-hidden">: {days.name}</span></Button></Form>} />
        ))}</Rows>
        {page.mayKeep && <Bar><ButtonLink kind="plain" to={`${base}/closed-days`}>Add closed days</ButtonLink></Bar>}
      </Sheet>
      <Sheet>
        <h2>Terms</h2>
        <Rows>{page.terms.map((term) => <Row key={term.startsOn} icon={CalendarRange} title={term.name} detail={sayDays(term)} />)}</Rows>
        {page.terms.length === 0 && <p className="soft">None from today on.</p>}
        <p className="small soft">The days between two terms are holidays; before the first and after the last, weekdays count. A clock that runs keeps the calendar it began under. The coordinator keeps them on <Link to={base}>the setting’s page</Link>.</p>
      </Sheet>
    </Shell>
  )
}
