import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { adultLadders } from '#modules/adults/adult-ladders.server.ts'
import { myHandedOn } from '#modules/adults/my-adult-concerns.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { originOf } from '#modules/safeguarding/origin.ts'
import { originToHandOn } from '#modules/safeguarding/origin-to-hand-on.server.ts'
import { whoGetsIt } from '#modules/safeguarding/who-gets-it.server.ts'
import { answerToHandOn } from '#modules/teaching/answer-to-hand-on.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { KeepSeat } from '#app/rooms/keep-seat.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { handOnForm, keptFromOf } from '#app/worried/concern-fields.server.ts'
import { ConcernForm } from '#app/worried/concern-form.tsx'
import { danger } from '#app/worried/danger.ts'
import { DangerNow } from '#app/worried/danger-now.tsx'
import { backToOrigin } from '#app/worried/say-origin.tsx'
import { seatOf } from '#app/worried/seat-of.server.ts'

export const meta: MetaFunction = () => [{ title: 'What are you worried about? · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { search, searchParams } = new URL(request.url)
  const from = searchParams.get('from')
  const [places, mine, answer, origin, seat] = [await whoGetsIt(viewer), await myHandedOn(viewer), await answerToHandOn(viewer, { answerId: searchParams.get('answer') }), await originToHandOn(viewer, { from }), await seatOf(viewer, from)]
  const ladders = await adultLadders(viewer, places.map(({ organisationId }) => organisationId))
  return { id: newId(), personId: viewer.id, search, origin, seat, answer, places: places.filter((place) => !answer || place.organisationId === answer.organisationId).map((place) => ({ ...place, ...ladders.get(place.organisationId)! })), sentIds: mine.map((one) => one.concernId) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await handOnForm(viewer, form)
  if ('refused' in outcome) {
    outcome.refused.data.said.keptFrom = keptFromOf(form)
    return outcome.refused
  }
  // The way back from there is the way they came.
  const origin = originOf(new URL(request.url).searchParams.get('from') ?? fields(form).from)
  return redirect(`/worried/${outcome.done}${origin ? `?from=${origin.kind}:${origin.source}` : ''}`)
}

export default function WorriedAbout() {
  const { id, personId, search, origin, seat, answer, places, sentIds } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const stop = <div className="worried-page"><DangerNow ways={{ yes: danger.on('/worried', search, 'now'), no: danger.on('/worried/about', search, 'no') }} /></div>
  const begun: Record<string, string> = answer ? { who: `Somebody in “${answer.title}”. They answered without a name.`, what: `The room was asked: “${answer.ask}”\nSomebody wrote: “${answer.words}”\n` } : {}
  const back = answer ? { to: `/cohorts/${answer.cohortId}/sessions/${answer.sessionId}/teaching`, label: 'The session' } : origin ? backToOrigin(origin) : { to: '/worried', label: 'Back' }
  const keep = seat && <KeepSeat meetingId={seat} />
  const asked = danger.of(search)
  // From wherever somebody comes, and also by the address alone: the question is first.
  if (!asked && !refusal) return <Shell reading back={back}>{keep}{stop}</Shell>
  return (
    <Shell reading back={back}>
      {keep}
      <PageTitle kicker="Three answers are enough">What are you worried about?</PageTitle>
      {answer && <Note tone="dusk">Nobody here can see who wrote this, not even you. The safeguarding lead can ask, and that is on record.</Note>}
      <ConcernForm action={answer ? `/worried/about?answer=${answer.answerId}` : origin ? `/worried/about?from=${origin.from}` : '/worried/about'} answerId={answer?.answerId} id={refusal?.said.id ?? id} places={places} origin={origin} personId={personId} sentIds={sentIds}
        said={refusal?.said ?? { ...begun, ...(asked === 'yes' ? { danger: 'now' } : {}) }} problems={refusal?.fields} message={refusal?.message} />
    </Shell>
  )
}
