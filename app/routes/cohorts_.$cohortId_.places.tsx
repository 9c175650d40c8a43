import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { changePlaces } from '#modules/cohorts/change-places.server.ts'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Places · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, name, places, placedCount, waitingCount } = await asPage(findCohort(viewer, { cohortId: params.cohortId ?? '' }))
  return { id, name, places, placedCount, waitingCount }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => changePlaces(viewer, { cohortId: params.cohortId ?? '', places: fields(form).places }))
  return 'refused' in outcome ? outcome.refused : redirect(`/cohorts/${params.cohortId ?? ''}`)
}

export default function PlacesPage() {
  const cohort = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/cohorts/${cohort.id}`, label: cohort.name }}>
      <PageTitle kicker={cohort.name}>How many places?</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <p>{cohort.placedCount} of {cohort.places} are taken{cohort.waitingCount > 0 && `, and ${cohort.waitingCount} ${cohort.waitingCount === 1 ? 'person waits' : 'people wait'}. New places go to them first`}.</p>
        <Form method="post" className="stack">
          <Field label="Places" problem={refusal?.fields.places}><input type="number" name="places" required min={1} max={60} inputMode="numeric" defaultValue={refusal?.said.places ?? cohort.places} /></Field>
          <Button type="submit">Change</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
