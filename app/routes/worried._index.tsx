import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { whoGetsIt } from '#modules/safeguarding/who-gets-it.server.ts'
import { myHandedOn } from '#modules/adults/my-adult-concerns.server.ts'
import { KeepSeat } from '#app/rooms/keep-seat.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import { DangerNow } from '#app/worried/danger-now.tsx'
import { danger } from '#app/worried/danger.ts'
import { HelpLines } from '#app/worried/help-lines.tsx'
import { seatOf } from '#app/worried/seat-of.server.ts'
import { StopNow } from '#app/worried/stop-now.tsx'
import { WhatToSay } from '#app/worried/what-to-say.tsx'
import { WhoGetsIt } from '#app/worried/who-gets-it.tsx'
import '#app/worried/worried.css'

export const meta: MetaFunction = () => [{ title: 'I’m worried about someone · Belay' }]

/** For everybody, signed in or not: what helps now comes before who is asking. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const standing = await context.standing()
  const { search, searchParams } = new URL(request.url)
  const isNow = danger.of(search) === 'now'
  if (standing?.state !== 'signed-in') return { isIn: false, isNow, search, seat: null, places: [], mine: [] }
  const [places, mine] = [await whoGetsIt(standing.viewer), await myHandedOn(standing.viewer, { take: 3 })]
  return { isIn: true, isNow, search, seat: await seatOf(standing.viewer, searchParams.get('from')), places: places.filter((place) => place.people.length > 0), mine }
}

export default function Worried() {
  const { isIn, isNow, search, seat, places, mine } = useLoaderData<typeof loader>()
  const keep = seat && <KeepSeat meetingId={seat} />
  if (isNow) return <Shell reading>{keep}<StopNow write={danger.on('/worried/about', search, 'yes')} back={danger.on('/worried', search, null)} /></Shell>
  return (
    <Shell reading wide>
      {keep}
      <div className="worried-page" data-wide>
        <div className="stack">
          <DangerNow ways={{ yes: danger.on('/worried', search, 'now'), no: danger.on('/worried/about', search, 'no') }} />
          {!isIn && <p className="small soft">To write to the adults at your school or club, you sign in first. To ring somebody, you don’t.</p>}
        </div>
        <div className="stack">
          {places.map((place) => <WhoGetsIt key={place.organisationId} place={place} isNamed={places.length > 1} />)}
          {mine.length > 0 && (
            <Sheet aria-label="What you have handed on">
              <h2 className="h3">What you have handed on</h2>
              <Rows>{mine.map((one) => (
                <Row key={one.concernId} to={`/worried/${one.concernId}`} title={one.takenOnByName ? `${one.takenOnByName} is looking after it` : one.receivedByName ? `${one.receivedByName} has it` : 'Told, nobody has said “I have it” yet'} detail={<>Handed on <When at={one.raisedAt} within /></>} />
              ))}</Rows>
            </Sheet>
          )}
          {isIn && <WhatToSay />}
          <Sheet tone={isIn ? 'sunk' : 'plain'} aria-label="Someone to talk to yourself"><h2 className="h3">Someone to talk to yourself</h2><HelpLines /></Sheet>
        </div>
      </div>
    </Shell>
  )
}
