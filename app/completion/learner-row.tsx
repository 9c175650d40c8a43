import type { Jsonified } from '#app/http/jsonified.ts'
import type { learnersOfCohort } from '#modules/completion/learners-of-cohort.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Row } from '#app/ui/row.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import { sayStuck } from './say-stuck.ts'

type Person = Jsonified<Awaited<ReturnType<typeof learnersOfCohort>>>['people'][number]

/** One learner: how far, last active when, and ready or what is missing. */
export function LearnerRow({ person, units, to }: { person: Person; units: number; to: string }) {
  const stuck = sayStuck(person.stuck)
  return (
    <Row icon={<Avatar name={person.fullName} />} title={person.fullName} to={to}
      tag={person.isReady ? <Tag tone="rope">ready</Tag> : <Tag tone="plain">not yet</Tag>}
      detail={(
        <>
          {stuck && <div><b>{stuck}</b></div>}
          <div>{person.done} of {units} units done · {person.lastActiveAt ? <>last active <When at={person.lastActiveAt} day within /></> : 'not begun'}</div>
          {person.missing.length > 0 && <details><summary>{person.missing.length === 1 ? 'One thing is missing' : `${person.missing.length} things are missing`}</summary><ul className="row-list">{person.missing.map((one) => <li key={one}>{one}</li>)}</ul></details>}
        </>
      )} />
  )
}
