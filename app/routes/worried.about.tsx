import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { myConcerns } from '#modules/safeguarding/my-concerns.server.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { whoGetsIt } from '#modules/safeguarding/who-gets-it.server.ts'
import { answerToHandOn } from '#modules/teaching/answer-to-hand-on.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { concernFields, keptFromOf } from '#app/worried/concern-fields.server.ts'
import { ConcernForm } from '#app/worried/concern-form.tsx'
import { danger } from '#app/worried/danger.ts'
import { DangerNow } from '#app/worried/danger-now.tsx'

export const meta: MetaFunction = () => [{ title: 'What are you worried about? · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { search, searchParams } = new URL(request.url)
  const [places, mine, answer] = [await whoGetsIt(viewer), await myConcerns(viewer), await answerToHandOn(viewer, { answerId: searchParams.get('answer') })]
  return { id: newId(), personId: viewer.id, search, meeting: searchParams.get('meeting'), answer, places: places.filter((place) => !answer || place.organisationId === answer.organisationId), sentIds: mine.map((one) => one.concernId) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => raiseConcern(viewer, concernFields(form)))
  if ('refused' in outcome) {
    outcome.refused.data.said.keptFrom = keptFromOf(form)
    return outcome.refused
  }
  return redirect(`/worried/${outcome.done}`)
}

export default function WorriedAbout() {
  const { id, personId, search, meeting, answer, places, sentIds } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const stop = <div className="worried-page"><DangerNow ways={{ yes: danger.on('/worried', search, 'now'), no: danger.on('/worried/about', search, 'no') }} /></div>
  const begun: Record<string, string> = answer ? { who: `Somebody in “${answer.title}”. They answered without a name.`, what: `The room was asked: “${answer.ask}”\nSomebody wrote: “${answer.words}”\n` } : {}
  const back = answer ? { to: `/cohorts/${answer.cohortId}/sessions/${answer.sessionId}/teaching`, label: 'The session' } : { to: '/worried', label: 'Back' }
  const asked = danger.of(search)
  // From wherever somebody comes, and also by the address alone: the question is first.
  if (!asked && !refusal) return <Shell reading back={back}>{stop}</Shell>
  return (
    <Shell reading back={back}>
      <PageTitle kicker="Three answers are enough">What are you worried about?</PageTitle>
      {answer && <Note tone="dusk">Nobody here can see who wrote this, not even you. The safeguarding lead can ask, and that is on record.</Note>}
      <ConcernForm action={answer ? `/worried/about?answer=${answer.answerId}` : '/worried/about'} answerId={answer?.answerId} id={refusal?.said.id ?? id} places={places} meetingId={refusal?.said.meetingId ?? meeting} personId={personId} sentIds={sentIds}
        said={refusal?.said ?? { ...begun, ...(asked === 'yes' ? { danger: 'now' } : {}) }} problems={refusal?.fields} message={refusal?.message} />
    </Shell>
  )
}
