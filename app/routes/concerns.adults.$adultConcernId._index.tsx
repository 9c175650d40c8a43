import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Repeat, TriangleAlert } from 'lucide-react'
import { z } from 'zod'
import { findAdultConcern } from '#modules/adults/find-adult-concern.server.ts'
import { findMyAdultConcern } from '#modules/adults/my-adult-concerns.server.ts'
import { stateWords, weightWords } from '#modules/adults/steps.ts'
import { newId } from '#modules/db/new-id.ts'
import { NotFound } from '#modules/errors.ts'
import { isAdultHeld } from '#modules/keeping/is-held.server.ts'
import { howAdultReached } from '#modules/reaching/how-it-reached.server.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { RecordLines } from '#app/adults/record-lines.tsx'
import { AdultNext, AdultWays } from '#app/adults/what-next.tsx'
import { WhatWasShared } from '#app/adults/what-was-shared.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { HowItReached } from '#app/reaching/how-it-reached.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Spread } from '#app/ui/spread.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import { sayNames } from '#modules/safeguarding/say-names.ts'
import '#app/worried/worried.css'
import '#app/concerns/concerns.css'
import '#app/cases/printed-chronology.css'

export const meta: MetaFunction = () => [{ title: 'A concern about an adult · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const id = z.uuid().parse(params.adultConcernId)
    try {
      return { now: await findAdultConcern(viewer, id), attempts: await howAdultReached(viewer, id), heldId: newId(), isHeld: await isAdultHeld(viewer, id) }
    } catch (error) {
      // Written down by somebody whose it is not to keep: they see who has it.
      if (error instanceof NotFound && (await findMyAdultConcern(viewer, id))) throw redirect(`/worried/${id}`)
      throw error
    }
  })())
}

const dueWords = { deciding: { due: 'decide', late: 'not decided' }, reviewing: { due: 'look again', late: 'not looked at' }, signing: { due: 'sign', late: 'not signed' } } as const

export default function AdultConcern() {
  const { now, attempts, heldId, isHeld } = useLoaderData<typeof loader>()
  useNews()
  const isNear = now.danger === 'now' && (now.state === 'waiting' || now.state === 'held')
  const title = now.state === 'closed' ? 'It is closed' : now.state === 'waiting' ? 'Nobody has it yet' : now.isHolderGone ? 'Nobody has it now' : now.isMine ? 'You have it' : `${now.holderName ?? 'A colleague'} has it`
  return (
    <Shell back={{ to: '/concerns/adults', label: 'Concerns about adults' }}>
      <p className="print-elsewhere">Print it from the link beside what was done, so that it is on record. This page is not for paper.</p>
      <div aria-live="polite"><PageTitle kicker={<>{now.organisationName}. Handed on <When at={now.sharedAt} within /></>}>{title}</PageTitle></div>
      {isNear && <Note tone="signal" icon={TriangleAlert}><b>Danger now, says whoever handed it on.</b> Go there, or call <a href="tel:999">999</a>, before anything else.</Note>}
      {now.pattern && <Note tone="sun" icon={Repeat}><b>{now.pattern} low-level concerns about {now.about?.name ?? 'this adult'} within a year.</b> Each may be small; look at them together in <Link to="/concerns/adults">the register</Link>.</Note>}
      <Bar>
        <Tag tone={isNear ? 'signal' : 'plain'}>{dangers.find(({ value }) => value === now.danger)?.short}</Tag>
        {now.weight && <Tag tone={now.weight === 'allegation' ? 'sun' : 'plain'}>{weightWords[now.weight]}</Tag>}
        <Tag tone={now.state === 'closed' ? 'rope' : 'dusk'}>{stateWords[now.state]}</Tag>
        {now.dueFor && now.dueBy && <Tag tone={now.isLate ? 'signal' : 'sun'}><span>{now.isLate ? `${dueWords[now.dueFor].late}: late since` : `${dueWords[now.dueFor].due} by`} <When at={now.dueBy} within /></span></Tag>}
      </Bar>
      <AdultNext now={now} heldId={heldId} />
      <WhatWasShared now={now} />
      <AdultWays now={now} />
      <section className="stack"><Spread><h2 className="h3">What was done</h2><Link to={`/concerns/adults/${now.id}/print`}>Print it</Link></Spread><Sheet><RecordLines id={now.id} lines={now.lines} /><p className="small soft">Every look is on record. Lines are added, never changed.</p></Sheet></section>
      <HowItReached attempts={attempts} />
      <p className="small soft">{sayNames(now.readerNames)} can read this record. {now.keptFromNames.length > 0 && `It is kept from ${sayNames(now.keptFromNames)!}.`} It is no part of any child’s file. {isHeld ? <>It is held: <Link to="/keeping">what is held, and why</Link>.</> : <>The police, a court or an insurer asks for it? <Link to={`/keeping/holds/new?adult=${now.id}`}>Hold it</Link>.</>}</p>
    </Shell>
  )
}
