import { Form } from '@remix-run/react'
import { Timer } from 'lucide-react'
import type { ClockActToSee, ClockChange } from '#modules/safeguarding/clock-acts.server.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { Button } from '#app/ui/button.tsx'
import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'
import { sayDays } from './say-days.ts'

const did = { clocks: 'changed how long a concern may wait at', hours: 'said when somebody is there at', closed: 'entered closed days at', terms: 'entered or moved terms at' } as const
const until = { received: 'until it is received', taken_on: 'until it is taken on' } as const

/** On Today of the others: what one person did that can slow the clocks, until one of them has seen it. */
export function ClockActRow({ act: { actId, what, organisationId, organisationName, byName, at, name, days, changes, mayOpen } }: { act: Omit<ClockActToSee, 'at'> & { at: Date | string } }) {
  const title = `${byName ?? 'Somebody who has left'} ${did[what]} ${organisationName}`
  const so = what === 'clocks' ? `${asSentence(changes.map(saidOf).join('; '))}.`
    : what === 'hours' ? 'Clocks that count staffed hours follow them.'
      : what === 'closed' ? `${name!}, ${days.map(sayDays).join('; ')}. Clocks that count staffed hours stand still then.`
        : `These days are holidays now: ${days.map(sayDays).join('; ')}. Clocks that count staffed hours or working days stand still then.`
  const base = `/organisations/${organisationId}`
  return (
    <Row icon={Timer} tone="sun" title={title} detail={<><When at={at} />. {so}</>} to={mayOpen ? `${base}/${what === 'clocks' ? 'clocks' : 'calendar'}` : undefined}
      action={<Form method="post" action={`${base}/clocks/seen`}><input type="hidden" name="actId" value={actId} /><input type="hidden" name="what" value={what} /><Button kind="plain">I have seen it<span className="visually-hidden">: {title}</span></Button></Form>} />
  )
}

const asSentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const saidOf = ({ clock, danger, minutes, inStaffedTime, was }: ClockChange) =>
  `${dangers.find(({ value }) => value === danger)!.short}, ${until[clock]}: ${minutes === was ? `${minutes} minutes` : `${minutes} minutes, not ${was}`}${danger === 'now' ? '' : inStaffedTime ? ', in staffed hours' : ', day and night'}`
