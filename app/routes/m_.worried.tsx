import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { newId } from '#modules/db/new-id.ts'
import { findMyConcern } from '#modules/safeguarding/my-concerns.server.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { whoGetsIt } from '#modules/safeguarding/who-gets-it.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireVisitor } from '#app/http/visit.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { ConcernForm } from '#app/worried/concern-form.tsx'
import { concernFields, keptFromOf } from '#app/worried/concern-fields.server.ts'
import { DangerNow } from '#app/worried/danger-now.tsx'
import { HandedOn } from '#app/worried/handed-on.tsx'
import { HelpLines } from '#app/worried/help-lines.tsx'

export const meta: MetaFunction = () => [{ title: 'I’m worried · Belay' }]

/** The same way for a mentee with a code. `handed-on` names the concern that has just been raised: its state, while the visit lasts. */
export async function loader({ request }: LoaderFunctionArgs) {
  const visitor = await requireVisitor(request)
  const handedOn = new URL(request.url).searchParams.get('handed-on')
  if (handedOn !== null) return { concern: await asPage((async () => findMyConcern(visitor, z.uuid().parse(handedOn)))()), id: newId(), places: [] }
  return { concern: null, id: newId(), places: await whoGetsIt(visitor) }
}

export async function action({ request }: ActionFunctionArgs) {
  const visitor = await requireVisitor(request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => raiseConcern(visitor, concernFields(form)))
  if ('refused' in outcome) {
    outcome.refused.data.said.keptFrom = keptFromOf(form)
    return outcome.refused
  }
  return redirect(`/m/worried?handed-on=${outcome.done}`)
}

export default function MenteeWorried() {
  const { concern, id, places } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const back = { to: '/m', label: 'Back' }
  if (concern) return <Shell reading back={back}><HandedOn concern={concern} /></Shell>
  return (
    <Shell reading back={back}>
      <DangerNow />
      <Sheet aria-label="Tell an adult here">
        <h2>Tell an adult here</h2><p className="soft small">Three answers are enough.</p>
        <ConcernForm action="/m/worried" id={refusal?.said.id ?? id} places={places} personId={null} said={refusal?.said} problems={refusal?.fields} message={refusal?.message} />
      </Sheet>
      <Sheet tone="sunk" aria-label="Someone to talk to yourself"><h2 className="h3">Someone to talk to yourself</h2><HelpLines /></Sheet>
    </Shell>
  )
}
