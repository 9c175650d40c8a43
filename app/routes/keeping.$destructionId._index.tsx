import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findDestruction, type Stuck } from '#modules/keeping/find-destruction.server.ts'
import { subjectOf } from '#modules/keeping/subject.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { Certificate } from '#app/keeping/certificate.tsx'
import { pageOf, whoAgrees } from '#app/keeping/say-subject.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'To be destroyed · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => findDestruction(viewer, z.uuid().parse(params.destructionId)))())
}

const stuckWords: Record<Stuck, string> = { held: 'held: it stays', 'not due': 'not due any more', 'moved on': 'something was added since', 'not read': 'not read yet' }

export default function DestructionPage() {
  const asked = useLoaderData<typeof loader>()
  const { id, organisationName, label, long, rule, count, askedByName, askedAt, isMine, endedAt, endedByName, isDestroyed, reason, items, can } = asked
  const back = { to: '/keeping', label: 'What is kept' }
  if (isDestroyed) return <Shell back={back}><PageTitle kicker={organisationName}>Certificate of destruction</PageTitle><Certificate asked={asked} /></Shell>
  if (endedAt) return <Shell back={back}><PageTitle kicker={organisationName}>It was not agreed to</PageTitle><p>{endedByName ?? 'Somebody who has left'} said no{count > 1 && ', or keeps one of them from a colleague'}, <When at={endedAt} within />. Nothing went. What is due can be asked for again.</p></Shell>
  const isStuck = items.some((one) => one.stuck && one.stuck !== 'not read') || items.length !== count
  const people = count === 1 ? 'One record' : `${count} records`
  return (
    <Shell back={back}>
      <PageTitle kicker={<>{organisationName}. {label}</>}>{isMine ? 'Waits for a colleague' : 'Do you agree that this is destroyed?'}</PageTitle>
      <p>{people}, kept for {long} as the rule says. {isMine ? 'You asked' : `${askedByName ?? 'A colleague'} asked`} <When at={askedAt} within />. {isMine ? `${whoAgrees(rule)[0]!.toUpperCase()}${whoAgrees(rule).slice(1)} has to agree. You can take it back until then.` : `Read ${count === 1 ? 'it' : 'each of them'} first: you sign that you did. If you agree, the words are gone for good, for everybody.`}</p>
      {reason && <Sheet tone="dusk" aria-labelledby="why"><h2 id="why" className="h3">Why {count === 1 ? 'it is' : 'they are'} no longer needed</h2><p className="said">{reason}</p></Sheet>}
      <Sheet aria-labelledby="which"><h2 id="which" className="h3">What it is</h2><Rows>{items.map((one) => (
        <Row key={one.subjectId} to={pageOf(rule, one.subjectId)} title={subjectOf(rule) === 'adult' ? 'A concern about an adult' : `A concern from ${one.raisedByName ?? 'a mentee'}`} detail={<>{subjectOf(rule) === 'adult' ? 'Handed on' : 'Raised'} <When at={one.raisedAt} day within />.</>} tag={one.stuck ? <Tag tone="sun">{stuckWords[one.stuck]}</Tag> : undefined} />
      ))}</Rows></Sheet>
      {isStuck && <Note tone="sun"><b>It cannot go as it was asked.</b> Say no, and ask again for what is still due.</Note>}
      <Bar>
        {can.agree && <Form method="post" action={`/keeping/${id}/agreement`}><Button kind="signal">I have read {count === 1 ? 'it' : 'them'}: destroy {count === 1 ? 'it' : 'them'}</Button></Form>}
        {can.refuse && <Form method="post" action={`/keeping/${id}/refusal`}><Button kind="plain">{isMine ? 'Take it back' : count === 1 ? 'No, keep it' : 'No, keep them'}</Button></Form>}
      </Bar>
    </Shell>
  )
}
