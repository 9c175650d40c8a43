import { Link } from '@remix-run/react'
import type { OpenConcern } from '#modules/safeguarding/find-concern.server.ts'
import { BodyShown } from '#app/body/body-shown.tsx'
import { Note } from '#app/ui/note.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import { SayOrigin, type Origin } from '#app/worried/say-origin.tsx'
import type { OfThatName } from '#modules/safeguarding/left-out.ts'
import { sayNames } from '#modules/safeguarding/say-names.ts'
import { additions } from '#modules/safeguarding/additions.ts'
import type { Line } from './chronology.tsx'

type Props = { concern: Pick<OpenConcern, 'who' | 'what' | 'raisedByName' | 'keptFromNames' | 'fitNames' | 'named'> & { mentee: { birdName: string } | null; origin: Origin | null } & { chronology: readonly Line[] }; /** Of whom the viewer may say whether it is about them. */ leftOut?: readonly { concernId: string; personId: string; name: string }[] }
const order = additions.map(({ part }) => part)
/** The drawing stands after what was seen. */
const place = ({ kind, part }: Line) => order.indexOf(kind === 'marked' ? 'seen' : (part ?? ''))

/** A name that is also that of the last adult who could be told. */
const said: Record<OfThatName, (names: string) => string> = {
  another: (names) => `The name that was written may be read as ${names}. Whoever raised it said that it is somebody else.`,
  them: (names) => `Whoever raised it said that it is about ${names}, or somebody close to them.`,
  unasked: (names) => `The name that was written may be read as ${names}, and nobody else could be told. It was sent by a device on its own, so nobody was asked. If it is about them, keep it from them.`,
}

/** What was said, each part under its own name: in the words it was raised with, and what whoever raised it added since. */
export function WhatWasSaid({ concern: { who, what, raisedByName, mentee, origin, keptFromNames, fitNames, named, chronology }, leftOut = [] }: Props) {
  const added = chronology.filter((line) => line.kind === 'added' || line.kind === 'marked').sort((one, other) => place(one) - place(other) || one.number - other.number)
  return (
    <Sheet aria-label="What was said">
      <dl className="concern-words">
        <div><dt>Who</dt><dd className="said">{who ?? 'This text was erased.'}</dd></div>
        <div><dt>What</dt><dd className="said">{what ?? 'This text was erased.'}</dd></div>
      </dl>
      {added.map((line) => (
        <div key={line.id} id={`line-${line.number}`} className="concern-part" data-opinion={line.part === 'opinion' || undefined}>
          {line.kind === 'marked' && line.marks.length > 0 ? <><p className="label">Where it was seen</p><BodyShown marks={line.marks} /></> : <dl className="concern-words">{line.says.length ? line.says.map(({ label, text }) => <div key={label}><dt>{label}</dt><dd className="said">{text}</dd></div>) : <div><dt>Added</dt><dd>This text was erased.</dd></div>}</dl>}
          <p className="soft small">Added by {line.byName ?? raisedByName ?? mentee?.birdName ?? 'the mentee'}, <When at={line.at} within /></p>
        </div>
      ))}
      {origin && <p className="small soft">From <SayOrigin origin={origin} />.{['journal_entry', 'shared_entry'].includes(origin.kind) && ' The entry itself stays its writer’s.'}</p>}
      {keptFromNames.length > 0 && <Note tone="dusk"><b>Kept from {sayNames(keptFromNames)}.</b> Do not speak of it to them.{fitNames.length > 0 && ` ${sayNames(fitNames)!} ${fitNames.length > 1 ? 'were' : 'was'} left out because the name that was written may be theirs.`}{leftOut.map(({ concernId, personId, name }) => <span key={personId}> <Link to={`/concerns/${concernId}/left-out/${personId}`}>Say whether it is about {name}</Link></span>)}</Note>}
      {named && <Note tone="sun">{said[named.ofThatName](sayNames(named.names)!)}</Note>}
    </Sheet>
  )
}
