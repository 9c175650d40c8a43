import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { FileCheck, Lock, UserRoundCheck } from 'lucide-react'
import { newId } from '#modules/db/new-id.ts'
import { Forbidden } from '#modules/errors.ts'
import { askToDestroy } from '#modules/keeping/ask-to-destroy.server.ts'
import { destructions } from '#modules/keeping/find-destruction.server.ts'
import { findHolds } from '#modules/keeping/find-holds.server.ts'
import { keptLonger } from '#modules/keeping/kept-longer.server.ts'
import { may } from '#modules/keeping/policy.ts'
import { theRules } from '#modules/keeping/the-rules.server.ts'
import { keptOf, sayDays } from '#modules/keeping/ways.ts'
import { nextDue, whatIsDue } from '#modules/keeping/what-is-due.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { DueForm, type Group } from '#app/keeping/due-form.tsx'
import { KeptLongerSheet } from '#app/keeping/kept-longer-sheet.tsx'
import { RulesSheet } from '#app/keeping/rules-sheet.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'What is kept, and how long · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    if (!may.keepSomewhere(viewer)) throw new Forbidden('What is kept, and how long, is for safeguarding leads, and for whoever keeps concerns about adults.')
    const [due, longer, next, waiting, over, holds, rules] = await Promise.all([whatIsDue(viewer), keptLonger(viewer), nextDue(viewer), destructions(viewer, { isOver: false }), destructions(viewer, { isOver: true }), findHolds(viewer), theRules(viewer)])
    const groups = new Map<string, Group>()
    for (const one of due) {
      const { organisationId, organisationName, rule } = one
      const group = groups.get(`${organisationId} ${rule}`) ?? { id: newId(), organisationId, organisationName, rule, label: keptOf(rule).label, since: keptOf(rule).since, long: rules.find((said) => said.rule === rule)?.long ?? sayDays(0), due: [] }
      group.due.push(one)
      groups.set(`${organisationId} ${rule}`, group)
    }
    return { groups: [...groups.values()], longer, next, waiting, over, holds, rules, mayHold: may.holdSomewhere(viewer), isNamed: new Set([...due, ...longer, ...waiting, ...over].map((one) => one.organisationName)).size > 1 }
  })())
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id = '', organisationId = '', rule = '', words = '', ...said } = fields(form)
  const subjectIds = Object.keys(said).flatMap((name) => (name.startsWith('subject-') ? [name.slice('subject-'.length)] : []))
  const outcome = await asForm(form, () => askToDestroy(viewer, { id, organisationId, rule, words, subjectIds }))
  return 'refused' in outcome ? outcome.refused : redirect(subjectIds.length === 1 ? `/keeping/${id}` : '/keeping')
}

export default function Keeping() {
  const { groups, longer, next, waiting, over, holds, rules, mayHold, isNamed } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={mayHold ? { to: '/concerns', label: 'Concerns' } : { to: '/concerns/adults', label: 'Concerns about adults' }}>
      <PageTitle kicker="What is kept, and how long">{groups.length === 0 ? 'Nothing is due to go' : 'Some of it has been kept long enough'}</PageTitle>
      <p>When its time has come, nothing goes by itself: one of you asks, another agrees, and only then is it destroyed. That cannot be undone.</p>
      {waiting.length > 0 && <Sheet tone="dusk" aria-labelledby="waits"><h2 id="waits" className="h3">Waits for a second person</h2><Rows>{waiting.map((one) => (
        <Row key={one.id} icon={UserRoundCheck} tone="sun" to={`/keeping/${one.id}`} title={`${one.label}: ${one.count === 1 ? 'one' : one.count}`} detail={<>{isNamed && `${one.organisationName}. `}{one.isMine ? 'You asked' : `${one.askedByName ?? 'A colleague'} asked`} <When at={one.askedAt} within />.</>} tag={<Tag tone={one.isMine ? 'plain' : 'sun'}>{one.isMine ? 'waits for a colleague' : 'waits for you'}</Tag>} />
      ))}</Rows></Sheet>}
      {groups.map((group) => <DueForm key={`${group.organisationId} ${group.rule}`} group={group} refusal={refusal} isNamed={isNamed} />)}
      {groups.length === 0 && <Empty title="What has been kept long enough will be here">{next ? <p>Of the concerns that are closed now, the first is due <When at={next} day within />.</p> : 'Closed concerns come here when their time has come.'}</Empty>}
      {longer.length > 0 && <KeptLongerSheet kept={longer} isNamed={isNamed} />}
      <Sheet aria-labelledby="held">
        <h2 id="held" className="h3">Held</h2>
        {holds.length === 0 ? <p className="soft">Nothing. When the police, a court or an insurer asks for it, hold it: then nothing of it goes until one of you says that it is over. One record you hold from its page.</p> : (
          <Rows>{holds.map((one) => (
            <Row key={one.id} icon={Lock} tone="dusk" to={`/keeping/holds/${one.id}/end`} title={one.concernId ? 'One concern' : one.adultConcernId ? 'One concern about an adult' : `Everything about ${one.name ?? 'somebody who has left'}`} detail={<>{one.reason && <span className="said">{one.reason}</span>} {one.byName ?? 'Somebody who has left'}, <When at={one.at} within />.</>} />
          ))}</Rows>
        )}
        {mayHold && <Bar><ButtonLink kind="plain" to="/keeping/holds/new">Hold what is about somebody</ButtonLink></Bar>}
      </Sheet>
      {over.length > 0 && <Sheet aria-labelledby="certificates"><h2 id="certificates" className="h3">Certificates of destruction</h2><Rows>{over.map((one) => (
        <Row key={one.id} icon={FileCheck} to={`/keeping/${one.id}`} title={`${one.label}: ${one.count === 1 ? 'one' : one.count}`} detail={<>{isNamed && `${one.organisationName}. `}Destroyed <When at={one.endedAt!} within />.</>} />
      ))}</Rows></Sheet>}
      <RulesSheet rules={rules} />
      <p>{mayHold ? <Link to="/concerns?ended">Concerns that are closed</Link> : <Link to="/concerns/adults?ended">Concerns about adults that are closed</Link>}</p>
    </Shell>
  )
}
