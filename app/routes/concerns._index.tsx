import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Forbidden } from '#modules/errors.ts'
import { maySetSomewhere } from '#modules/reporting/policy.ts'
import { concernsWaiting } from '#modules/safeguarding/concerns-waiting.server.ts'
import { myDuties } from '#modules/safeguarding/my-duties.server.ts'
import { mayKeepRegister } from '#modules/adults/policy.ts'
import { mayBreakGlass } from '#modules/cases/break-glass.server.ts'
import { mayReadSharingLog } from '#modules/cases/sharing-log.server.ts'
import { isOnALadder } from '#modules/safeguarding/who-gets-it.server.ts'
import { maySeeWhoLooked } from '#modules/safeguarding/who-looked.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { Duty } from '#app/concerns/duty.tsx'
import { SettingRows } from '#app/concerns/setting-rows.tsx'
import { ConcernRow } from '#app/concerns/concern-row.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/concerns/concerns.css'

export const meta: MetaFunction = () => [{ title: 'Concerns · Belay' }]

const pageful = 50

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const ended = new URL(request.url).searchParams.has('ended')
    const before = z.coerce.date().safeParse(new URL(request.url).searchParams.get('before') ?? undefined).data
    const [concerns, duties] = await Promise.all([concernsWaiting(viewer, { takenOnBefore: before, take: pageful, ended }), myDuties(viewer)])
    if (!isOnALadder(viewer) && concerns.length === 0) throw new Forbidden('Concerns are for the adults who look after them.')
    const last = concerns.length >= pageful ? concerns.at(-1)?.takenOnAt : null
    return { concerns, duties, isKeeper: mayReadSharingLog(viewer), isLead: maySeeWhoLooked(viewer), mayOpen: mayBreakGlass(viewer), keepsRegister: mayKeepRegister(viewer), keepsDuty: maySetSomewhere(viewer), isNamed: new Set(concerns.map((concern) => concern.organisationName)).size > 1, ended, isEarlier: before !== undefined, earlier: last ? last.toISOString() : null }
  })())
}

export default function Concerns() {
  const { concerns, duties, isKeeper, isLead, mayOpen, keepsRegister, keepsDuty, isNamed, ended, isEarlier, earlier } = useLoaderData<typeof loader>()
  useNews()
  const open = concerns.filter((concern) => concern.state !== 'taken-on')
  const done = concerns.filter((concern) => concern.state === 'taken-on')
  const waiting = open.filter((concern) => concern.state === 'waiting').length
  return (
    <Shell>
      <div aria-live="polite"><PageTitle kicker="Concerns">{ended ? 'Closed' : isEarlier ? 'Taken on earlier' : waiting === 0 ? 'Nothing is waiting' : waiting === 1 ? 'One concern is waiting' : `${waiting} concerns are waiting`}</PageTitle></div>
      {open.length > 0 && <Sheet tone={waiting ? 'signal' : 'plain'} aria-label="Not taken on yet"><Rows>{open.map((concern) => <ConcernRow key={concern.concernId} concern={concern} isNamed={isNamed} />)}</Rows></Sheet>}
      {done.length > 0 && <section className="stack">{!ended && <h2 className="h3">Looked after</h2>}<Sheet><Rows>{done.map((concern) => <ConcernRow key={concern.concernId} concern={concern} isNamed={isNamed} />)}</Rows></Sheet></section>}
      {concerns.length === 0 && ended && <Empty title="What was closed will be here">Every concern stays on record. It can be opened again from its page.</Empty>}
      {concerns.length === 0 && !ended && <Empty title="Concerns that need you will be here">They appear by themselves the moment somebody raises one, and you get a message too. If you are worried about somebody yourself, press <Link to="/worried">I’m worried</Link>.</Empty>}
      {!ended && duties.map((duty) => <Duty key={duty.organisationId} duty={duty} isNamed={duties.length > 1} />)}
      {!ended && duties.map((duty) => <SettingRows key={duty.organisationId} place={duty} isNamed={duties.length > 1} />)}
      <p>{ended ? <Link to="/concerns">Those that are open</Link> : <Link to="/concerns?ended">Those that are closed</Link>}</p>
      {keepsRegister && <p><Link to="/concerns/adults">Concerns about adults</Link></p>}
      <p><Link to="/concerns/agencies">Whom to turn to outside</Link></p>
      {isKeeper && <p><Link to="/concerns/sharing">What was shared, and what was not</Link></p>}
      {isKeeper && <p><Link to="/outcomes/concerns">Concerns in figures</Link></p>}
      {isLead && <p><Link to="/concerns/looks">Who looked</Link></p>}
      {isLead && <p><Link to="/keeping">What is kept, and how long</Link></p>}
      {mayOpen && <p><Link to="/concerns/behind-glass">Open one in need that is not yours to read</Link></p>}
      {keepsDuty && <p><Link to="/concerns/reporting-duty">The duty to report child sexual offences</Link></p>}
      {earlier && <p><Link to={`/concerns?${ended ? 'ended&' : ''}before=${encodeURIComponent(earlier)}`}>Earlier</Link></p>}
    </Shell>
  )
}
