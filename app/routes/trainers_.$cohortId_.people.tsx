import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { sendToTraining } from '#modules/trainers/send-to-training.server.ts'
import { whoCouldBeSent } from '#modules/trainers/who-could-be-sent.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Send somebody · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const cohortId = params.cohortId ?? ''
  const [{ id, name, places, placedCount }, could] = await asPage(Promise.all([findCohort(viewer, { cohortId }), whoCouldBeSent(viewer, { cohortId })]))
  return { cohort: { id, name, places, placedCount }, could }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const [personId, settingId] = (fields(form).who ?? '').split(' ')
  const outcome = await asForm(form, () => sendToTraining(viewer, { cohortId: params.cohortId ?? '', personId: personId ?? '', settingId: settingId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/trainers/${params.cohortId ?? ''}`)
}

export default function SendPage() {
  const { cohort, could } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/trainers/${cohort.id}`, label: cohort.name }}>
      <PageTitle kicker={cohort.name}>Send somebody</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        {could.length === 0 ? <><Empty title="Your trainee trainers will be here">Give somebody the role Trainee trainer first, on their own page.</Empty><ButtonLink kind="plain" to="/people">People</ButtonLink></> : (
          <Form method="post" className="stack">
            <p>{cohort.placedCount < cohort.places ? `${cohort.places - cohort.placedCount} of ${cohort.places} places are free.` : 'Every place is taken. Whoever you send now waits their turn.'} You see the people you send, and their register.</p>
            <Field label="Who" problem={refusal?.fields.personId}><select name="who" required defaultValue=""><option value="" disabled>Choose somebody</option>{could.map((person) => <option key={person.id} value={`${person.id} ${person.settingId}`}>{person.fullName}</option>)}</select></Field>
            <Button type="submit">Send them</Button>
          </Form>
        )}
      </Sheet>
    </Shell>
  )
}
