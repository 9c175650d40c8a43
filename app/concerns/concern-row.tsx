import { Form } from '@remix-run/react'
import { HandHeart, ShieldCheck } from 'lucide-react'
import type { CaseLevel, CaseState } from '#prisma/generated/enums.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { levels, stateWords } from '#modules/safeguarding/steps.ts'
import { Button } from '#app/ui/button.tsx'
import { Row } from '#app/ui/row.tsx'
import { inSentence, sayDay, sayHowLong } from '#app/ui/say-when.ts'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import { useFrame } from '#app/ui/frame.ts'

type At = Date | string
export type ConcernInRow = {
  concernId: string; organisationName: string; organisationPhone: string | null; raisedAt: At; raisedByName: string | null; danger: string | null; state: 'waiting' | 'received' | 'taken-on'
  receivedByName: string | null; receivedAt: At | null; takenOnByName: string | null; takenOnAt: At | null; stands: CaseState | null; level: CaseLevel | null; dueOn: string | null; isHolderGone: boolean; climbsAt: At | null; climbsTo: string | null; mayReceive: boolean; mayTakeOn: boolean; openable: boolean
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
        : state === 'taken-on' ? <CaseTag concern={concern} now={now} /> : concern.danger ? <Tag tone={isNear ? 'signal' : 'plain'}>{dangers.find((danger) => danger.value === concern.danger)?.short}</Tag> : undefined}
      action={concern.mayReceive ? <Form method="post" action={`/concerns/${concernId}/receipt`}><Button kind="signal">I have it</Button></Form> : undefined} />
  )
}

function whoHasIt({ state, stands, isHolderGone, receivedByName, takenOnByName, receivedAt, danger }: ConcernInRow) {
  if (state === 'taken-on' && isHolderGone) return <><b>nobody looks after it now.</b></>
  if (state === 'taken-on') return stands === 'closed' || stands === 'duplicate' || stands === 'transferred' ? <>{stateWords[stands]}.</> : <>{takenOnByName} is looking after it{stands && <>, {stateWords[stands]}</>}.</>
  if (state === 'received') return danger === null ? <>somebody has it, nobody has taken it on.</> : <>{receivedByName} has it{receivedAt && <> since <When at={receivedAt} within /></>}. Nobody has taken it on yet.</>
  return <>nobody has it yet.</>
}

/** What a case needs on which day; without a day, how serious it is. */
function CaseTag({ concern: { dueOn, level, stands }, now }: { concern: ConcernInRow; now: Date }) {
  const today = sayIso(now)
  if (dueOn) return <Tag tone={dueOn < today ? 'signal' : dueOn === today ? 'sun' : 'plain'}>{dueOn < today ? 'late since' : 'due'} {inSentence(sayDay(new Date(`${dueOn}T12:00:00Z`), now))}</Tag>
  if (stands === 'taken_on' || stands === 'closing') return <Tag tone="sun">{stateWords[stands]}</Tag>
  return level ? <Tag tone={level === 'high' || level === 'emergency' ? 'signal' : 'plain'}>{levels.find((one) => one.value === level)?.label.toLowerCase()}</Tag> : undefined
}

const sayIso = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(at)
