import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { adultLadders } from '#modules/adults/adult-ladders.server.ts'
import { findMyAdultConcern } from '#modules/adults/my-adult-concerns.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { findMyConcern } from '#modules/safeguarding/my-concerns.server.ts'
import { whoGetsIt } from '#modules/safeguarding/who-gets-it.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { visitOf, visitorSending } from '#app/http/visit.server.ts'
import { CodeAgain } from '#app/mentee/code-again.tsx'
import { VisitOpen } from '#app/mentee/visit-open.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { ConcernForm } from '#app/worried/concern-form.tsx'
import { handOnForm, keptFromOf } from '#app/worried/concern-fields.server.ts'
import { danger } from '#app/worried/danger.ts'
import { DangerNow } from '#app/worried/danger-now.tsx'
import { HandedOn } from '#app/worried/handed-on.tsx'
import { HelpLines } from '#app/worried/help-lines.tsx'
import { StopNow } from '#app/worried/stop-now.tsx'

export const meta: MetaFunction = () => [{ title: 'I’m worried · Belay' }]

/** The same way for a mentee with a code. `handed-on` names the concern that has just been raised: its state, while the visit lasts. Without a visit, nothing but the question for the code. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = await visitOf(context, request)
  if (!visit) return null
  const { visitor, isQuiet, leftMs } = visit
  const { search, searchParams } = new URL(request.url)
  const handedOn = searchParams.get('handed-on')
  const page = { concern: null, id: newId(), menteeId: visitor.menteeId, leftMs, search, isAboutMentoring: isQuiet, asked: danger.of(search) }
  if (handedOn !== null) return asPage((async () => {
    return { ...page, concern: (await findMyAdultConcern(visitor, z.uuid().parse(handedOn))) ?? (await findMyConcern(visitor, handedOn)), places: [] }
  })())
  const places = await whoGetsIt(visitor)
  const ladders = await adultLadders(visitor, places.map(({ organisationId }) => organisationId))
  return { ...page, places: places.map((place) => ({ ...place, ...ladders.get(place.organisationId)! })) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const sent = await visitorSending(context, request, form)
  if ('asked' in sent) return sent.asked
  const { visitor, headers } = sent
  if (!form.has('id')) return redirect(`/m/worried${new URL(request.url).search}`, { headers })
  const outcome = sent.refused ? { refused: sent.refused } : await handOnForm(visitor, form)
  if ('refused' in outcome) {
    outcome.refused.data.said.keptFrom = keptFromOf(form)
    return data(outcome.refused.data, { ...outcome.refused.init, headers })
  }
  return redirect(`/m/worried?handed-on=${outcome.done}`, { headers })
}

export default function MenteeWorried() {
  const [page, answer] = [useLoaderData<typeof loader>(), useActionData<typeof action>()]
  if (answer && 'kept' in answer) return <CodeAgain asked={answer} />
  if (!page) return <CodeAgain />
  const { concern, id, menteeId, leftMs, search, isAboutMentoring, places, asked } = page
  const refusal = answer
  const back = { to: '/m', label: 'Back' }
  if (concern) return <VisitOpen leftMs={leftMs}><Shell reading back={back}><HandedOn isMentee concern={concern} more={`/m/worried/${concern.concernId}/more`} /></Shell></VisitOpen>
  if (asked === 'now' && !refusal) return <Shell reading back={back}><StopNow write={danger.on('/m/worried', search, 'yes')} back={danger.on('/m/worried', search, null)} /></Shell>
  const lines = <Sheet tone="sunk" aria-label="Someone to talk to yourself"><h2 className="h3">Someone to talk to yourself</h2><HelpLines /></Sheet>
  if (!asked && !refusal) return <Shell reading back={back}><div className="worried-page"><DangerNow ways={{ yes: danger.on('/m/worried', search, 'now'), no: danger.on('/m/worried', search, 'no') }} /></div>{lines}</Shell>
  return (
    <VisitOpen leftMs={leftMs}>
      <Shell reading back={back}>
        <PageTitle kicker="Three answers are enough">Tell an adult here</PageTitle>
        <ConcernForm action="/m/worried" id={refusal?.said.id ?? id} places={places} personId={null} menteeId={menteeId} said={refusal?.said ?? { ...(isAboutMentoring ? { isAboutMentoring: 'yes' } : {}), ...(asked === 'yes' ? { danger: 'now' } : {}) }} problems={refusal?.fields} message={refusal?.message} />
        {lines}
      </Shell>
    </VisitOpen>
  )
}
