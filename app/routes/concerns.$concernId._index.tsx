import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { z } from 'zod'
import type { CaseState } from '#prisma/generated/enums.ts'
import { findCase } from '#modules/cases/find-case.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { isHeld } from '#modules/keeping/is-held.server.ts'
import { NotFound } from '#modules/errors.ts'
import { concernsWaiting } from '#modules/safeguarding/concerns-waiting.server.ts'
import { howItReached } from '#modules/reaching/how-it-reached.server.ts'
import { myReporting } from '#modules/reporting/my-reporting.server.ts'
import { findConcern } from '#modules/safeguarding/find-concern.server.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { ReferralsSheet } from '#app/cases/referrals-sheet.tsx'
import { LinkedSheet } from '#app/cases/linked-sheet.tsx'
import { SharedSheet } from '#app/cases/shared-sheet.tsx'
import { TransferSheet } from '#app/cases/transfer-sheet.tsx'
import { CaseTags, WhatIsNext, WhereItStands } from '#app/cases/where-it-stands.tsx'
import { Chronology } from '#app/concerns/chronology.tsx'
import { sayRaiser } from '#app/concerns/say-raiser.ts'
import { FirstStep } from '#app/concerns/first-step.tsx'
import { NoteForm } from '#app/concerns/note-form.tsx'
import { TakeOnForm } from '#app/concerns/take-on-form.tsx'
import { WhatWasSaid } from '#app/concerns/what-was-said.tsx'
import { WhoAnswered } from '#app/concerns/who-answered.tsx'
import { HowItReached } from '#app/reaching/how-it-reached.tsx'
import { WhatTheLawAsks } from '#app/reporting/what-the-law-asks.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Spread } from '#app/ui/spread.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import '#app/worried/worried.css'
import '#app/concerns/concerns.css'
import '#app/cases/printed-chronology.css'

export const meta: MetaFunction = () => [{ title: 'A concern · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const concernId = z.uuid().parse(params.concernId)
    try {
      const isSecond = new URL(request.url).searchParams.has('second')
      const concern = await findConcern(viewer, concernId)
      const now = await findCase(viewer, concernId)
      return { concern, now, attempts: now.can.includes('let-go') ? await howItReached(viewer, concernId) : [], reporting: await myReporting(viewer, concernId), held: await isHeld(viewer, concernId), ids: { note: newId(), ask: newId(), takingOn: newId() }, isSecond }
    } catch (error) {
      // Taken on since: whoever received it keeps the line that says so, on the list.
      if (error instanceof NotFound && (await concernsWaiting(viewer)).some((one) => one.concernId === concernId)) throw redirect('/concerns')
      throw error
    }
  })())
}

const titleOf = ({ state, holderName, isLeft }: { state: CaseState; holderName: string | null; isLeft: boolean }) =>
  state === 'closed' ? 'It is closed' : state === 'duplicate' ? 'The same as another concern' : state === 'transferred' ? 'Another setting has it' : isLeft ? 'Nobody looks after it' : `${holderName ?? 'A colleague'} is looking after it`

export default function Concern() {
  const { concern, now, attempts, reporting, held, ids, isSecond } = useLoaderData<typeof loader>()
  useNews()
  const { state, can } = concern
  const raiser = sayRaiser(concern)
  const isNear = concern.danger === 'now' && state !== 'taken-on'
  const isDecided = concern.chronology.some((line) => line.kind === 'decided')
  // Once more than the first step has been settled, it is one line of the chronology among others.
  const firstStep = isDecided ? null : concern.firstStep
  // Sent, a note leaves an empty form behind; a colleague's does not.
  const myNotes = concern.chronology.filter((line) => line.kind === 'note' && line.isMine).length
  const title = state === 'taken-on' ? titleOf(now) : state === 'received' ? `${concern.receivedByName ?? 'A colleague'} has it` : 'Nobody has it yet'
  return (
    <Shell back={{ to: '/concerns', label: 'Concerns' }} aside={firstStep || can.note ? <>
      {firstStep && <FirstStep concernId={concern.concernId} words={firstStep} />}
      {can.note && <Sheet aria-label="Add to the chronology" id="add-a-line"><NoteForm key={myNotes} concernId={concern.concernId} id={ids.note} /></Sheet>}
    </> : undefined}>
      <p className="print-elsewhere">Print it from the link beside its chronology, so that it is on record. This page is not for paper.</p>
      <div aria-live="polite"><PageTitle kicker={<>{concern.organisationName}. Raised <When at={concern.raisedAt} within /> by {raiser}</>}>{title}</PageTitle></div>
      {now.openedUntil && <Note tone="sun"><b>You opened this in need, and read it until <When at={now.openedUntil} within />.</b> Its lead and deputies know.</Note>}
      {isSecond && <Note tone="sun">Somebody was a moment quicker: <b>{concern.takenOnByName ?? concern.receivedByName}</b> has it.</Note>}
      {isNear && <Note tone="signal" icon={TriangleAlert}><b>Danger now, says whoever raised it.</b> Go there, or call <a href="tel:999">999</a>, before anything else.</Note>}
      <Bar>
        <Tag tone={isNear ? 'signal' : 'plain'}>{dangers.find((danger) => danger.value === concern.danger)?.short}</Tag>
        {concern.isAboutAdult && <Tag tone="dusk">about an adult</Tag>}
        {concern.isAboutMentoring && <Tag tone="dusk">about mentoring here</Tag>}
        {state === 'taken-on' && <CaseTags now={now} />}
        {held === 'held' && <Tag tone="dusk">held</Tag>}
        {concern.climbsAt && <Tag tone="sun"><span>climbs <When at={concern.climbsAt} within /></span></Tag>}
      </Bar>
      {state === 'taken-on' && <WhatIsNext now={now} isDecided={isDecided} />}
      <WhatWasSaid concern={concern} leftOut={now.leftOut.map((one) => ({ ...one, concernId: concern.concernId }))} />
      {can.receive && <Sheet tone="signal" aria-label="Say that you have it"><p>Say so, and {concern.raisedByName ?? concern.mentee?.birdName ?? 'the mentee'} sees that you have it.</p><Form method="post" action={`/concerns/${concern.concernId}/receipt`}><Button kind="signal">I have it</Button></Form></Sheet>}
      {concern.answer && <Sheet tone="dusk" aria-labelledby="without-a-name"><h2 id="without-a-name" className="h3">It names an answer given without a name</h2><WhoAnswered concernId={concern.concernId} id={ids.ask} answer={concern.answer} /></Sheet>}
      {state === 'taken-on' && <WhereItStands now={now} isDecided={isDecided} />}
      {can.takeOn && <Sheet aria-label="Take it on"><TakeOnForm concernId={concern.concernId} id={ids.takingOn} /></Sheet>}
      {reporting && <WhatTheLawAsks reporting={reporting} to={`/concerns/${concern.concernId}/notification`} />}
      {state === 'taken-on' && <ReferralsSheet now={now} />}
      {state === 'taken-on' && <SharedSheet now={now} lines={concern.chronology} />}
      {state === 'taken-on' && <TransferSheet now={now} lines={concern.chronology} />}
      {state === 'taken-on' && <LinkedSheet now={now} />}
      <section className="stack"><Spread><h2 className="h3">Chronology</h2><Bar>{can.note && <a href="#add-a-line">Add a line</a>}{now.can.includes('printed') && <Link to={`/concerns/${concern.concernId}/print`}>Print it</Link>}{now.can.includes('exported') && <Link to={`/concerns/${concern.concernId}/pack`}>Make a locked file</Link>}{held && <Link to={held === 'held' ? '/keeping' : `/keeping/holds/new?concern=${concern.concernId}`}>{held === 'held' ? 'What is held' : 'Hold it'}</Link>}</Bar></Spread><Sheet><Chronology concernId={concern.concernId} lines={concern.chronology} linked={now.linked} /><p className="small soft">Every look is on record. Lines are added, never changed.</p></Sheet></section>
      <HowItReached attempts={attempts} />
    </Shell>
  )
}
