import { Form } from '@remix-run/react'
import { HandHeart, ShieldCheck } from 'lucide-react'
import { dangers } from '#modules/safeguarding/states.ts'
import { Button } from '#app/ui/button.tsx'
import { Row } from '#app/ui/row.tsx'
import { sayHowLong } from '#app/ui/say-when.ts'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import { useFrame } from '#app/ui/frame.ts'

type At = Date | string
export type ConcernInRow = {
  concernId: string; organisationName: string; organisationPhone: string | null; raisedAt: At; raisedByName: string | null; danger: string | null; state: 'waiting' | 'received' | 'taken-on'
  receivedByName: string | null; receivedAt: At | null; takenOnByName: string | null; takenOnAt: At | null; climbsAt: At | null; climbsTo: string | null; mayReceive: boolean; mayTakeOn: boolean; openable: boolean
}

/** One concern in a list: whose, since when, who has it, and what it needs. Never what it says. */
export function ConcernRow({ concern, isNamed }: { concern: ConcernInRow; isNamed: boolean }) {
  const now = new Date(useFrame()?.now ?? concern.raisedAt)
  const { state, openable, concernId } = concern
  const isNear = concern.danger === 'now'
  const title = concern.danger === null ? `A concern waits at ${concern.organisationName}` : `A concern from ${concern.raisedByName ?? 'a mentee'}`
  return (
    <Row icon={state === 'taken-on' ? ShieldCheck : HandHeart} tone={state === 'waiting' ? 'signal' : state === 'received' ? 'sun' : 'rope'} title={title} to={openable ? `/concerns/${concernId}` : undefined}
      detail={<>
        {isNamed && concern.danger !== null && <>{concern.organisationName}. </>}Raised <When at={concern.raisedAt} within />, {whoHasIt(concern)}
        {concern.climbsAt && <> Climbs to {concern.climbsTo} <span className="nowrap"><When at={concern.climbsAt} within /></span>.</>}
        {concern.danger === null && concern.organisationPhone && <> Ring {concern.organisationName}: <a href={`tel:${concern.organisationPhone.replace(/\s/g, '')}`}>{concern.organisationPhone}</a>.</>}
      </>}
      tag={state === 'waiting'
        ? <Tag tone="signal">{isNear && 'danger now, '}waiting {sayHowLong(now.getTime() - new Date(concern.raisedAt).getTime())}</Tag>
        : concern.danger && state === 'received' ? <Tag tone={isNear ? 'signal' : 'plain'}>{dangers.find((danger) => danger.value === concern.danger)?.short}</Tag> : undefined}
      action={concern.mayReceive ? <Form method="post" action={`/concerns/${concernId}/receipt`}><Button kind="signal">I have it</Button></Form> : undefined} />
  )
}

function whoHasIt({ state, receivedByName, takenOnByName, receivedAt, danger }: ConcernInRow) {
  if (state === 'taken-on') return <>{takenOnByName} is looking after it.</>
  if (state === 'received') return danger === null ? <>somebody has it, nobody has taken it on.</> : <>{receivedByName} has it{receivedAt && <> since <When at={receivedAt} within /></>}. Nobody has taken it on yet.</>
  return <>nobody has it yet.</>
}
