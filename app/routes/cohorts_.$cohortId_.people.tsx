import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { addToCohort } from '#modules/cohorts/add-to-cohort.server.ts'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { whoCouldJoin } from '#modules/cohorts/who-could-join.server.ts'
import type { CohortPart } from '#prisma/generated/enums.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { FindByName } from '#app/ui/find-by-name.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Add people · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const cohortId = params.cohortId ?? ''
  const asked = (new URL(request.url).searchParams.get('name') ?? '').slice(0, 80)
  const [{ id, name, kind, placedCount, places }, could] = await asPage(Promise.all([findCohort(viewer, { cohortId }), whoCouldJoin(viewer, { cohortId, name: asked })]))
  return { cohort: { id, name, kind, placedCount, places }, could, asked }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { personId, part } = fields(form)
  const outcome = await asForm(form, () => addToCohort(viewer, { cohortId: params.cohortId ?? '', personId: personId ?? '', part: part as CohortPart }))
  return 'refused' in outcome ? outcome.refused : redirect(`/cohorts/${params.cohortId ?? ''}`)
}

export default function AddPeoplePage() {
  const { cohort, could, asked } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const forms = [
    { part: 'learner', title: 'A learner', who: could.learners, button: 'Put them on', empty: cohort.kind === 'trainers' ? 'Settings send their own trainee trainers.' : 'Every mentor of the setting is on it. Invite more, or make a join code.' },
    { part: 'trainer', title: 'A trainer', who: could.trainers, button: 'Add as trainer', empty: 'Everybody who could train it is on it already.' },
  ]
  return (
    <Shell back={{ to: cohort.kind === 'trainers' ? `/trainers/${cohort.id}` : `/cohorts/${cohort.id}`, label: cohort.name }}>
      <PageTitle kicker={cohort.name}>Add people</PageTitle>
      <Problem message={refusal?.message} />
      {(asked !== '' || could.hasMore) && <Sheet><FindByName name={asked} says={could.hasMore ? 'There are more people than stand below. Find the others by name.' : undefined} />{asked !== '' && <Link to={`/cohorts/${cohort.id}/people`}>Show everybody</Link>}</Sheet>}
      {forms.map(({ part, title, who, button, empty }) => (
        <Sheet key={part}>
          <h2>{title}</h2>
          {part === 'learner' && <p>{cohort.placedCount} of {cohort.places} places are taken. {cohort.placedCount >= cohort.places && 'Whoever you add now waits their turn.'}</p>}
          {who.length === 0 ? <Empty title={asked ? `Nobody called “${asked}” to add` : 'Nobody to add'}>{asked ? 'Look for another name, or show everybody.' : empty}</Empty> : (
            <Form method="post" className="stack">
              <input type="hidden" name="part" value={part} />
              <Field label="Who" problem={refusal?.said.part === part ? refusal.fields.personId : undefined}>
                <select name="personId" required defaultValue=""><option value="" disabled>Choose somebody</option>{who.map((person) => <option key={person.id} value={person.id}>{person.fullName}</option>)}</select>
              </Field>
              <Button type="submit" kind={part === 'learner' ? 'main' : 'plain'}>{button}</Button>
            </Form>
          )}
        </Sheet>
      ))}
    </Shell>
  )
}
