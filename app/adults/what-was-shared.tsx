import { Link } from '@remix-run/react'
import type { OpenAdultConcern } from '#modules/adults/find-adult-concern.server.ts'
import { Note } from '#app/ui/note.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SayOrigin, type Origin } from '#app/worried/say-origin.tsx'

type Now = Pick<OpenAdultConcern, 'id' | 'who' | 'child' | 'what' | 'about' | 'isSelf' | 'sharedBy' | 'isApart' | 'toldBy' | 'foundIn' | 'can'> & { origin: Origin | null }

/** What was handed on: about which adult, to do with which young person, in the sharer's words; and who shared it, unless their name is kept apart. */
export function WhatWasShared({ now: { id, who, child, what, about, isSelf, sharedBy, isApart, toldBy, origin, foundIn, can } }: { now: Now }) {
  return (
    <Sheet tone="dusk" aria-labelledby="what-was-shared">
      <h2 id="what-was-shared" className="h3">About {about?.name ?? who ?? 'an adult'}{about?.age ? `, a peer mentor of ${about.age}` : ''}</h2>
      {about && who && who !== about.name && <p className="said">“{who}”</p>}
      {isSelf && <p>They shared it themselves.</p>}
      {child && <p className="said"><b>To do with:</b> {child}</p>}
      <p className="said">{what ?? 'This text was erased.'}</p>
      {sharedBy && <p className="small soft">Handed on by {sharedBy}{toldBy && <>, as told by {toldBy}</>}.{isApart && ' They asked that their name is kept apart: it goes no further than it must.'}</p>}
      {!sharedBy && isApart && <Note>Whoever handed it on asked that their name is kept apart.{can.includes('asked-sharer') && <> If it cannot go on without it, <Link to={`/concerns/adults/${id}/sharer`}>ask for it</Link>, with a reason.</>}</Note>}
      {origin && <p className="small soft">It comes from <SayOrigin origin={origin} />.{['journal_entry', 'shared_entry'].includes(origin.kind) && ' The entry itself stays its writer’s.'}</p>}
      {foundIn && <p className="small soft">It was found in {foundIn.concernId ? <Link to={`/concerns/${foundIn.concernId}`}>a concern about a young person</Link> : 'a concern about a young person'}, which points here and says no more.</p>}
    </Sheet>
  )
}
