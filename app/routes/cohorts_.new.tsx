import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { CohortKind, TimetablePattern } from '#prisma/generated/enums.ts'
import { newId } from '#modules/db/new-id.ts'
import { openCohort } from '#modules/cohorts/open-cohort.server.ts'
import { placesToOpenIn } from '#modules/cohorts/places-to-open-in.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Open a cohort · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const places = await asPage(placesToOpenIn(viewer))
  if (places.length === 0) throw data({ message: 'Opening a cohort is for somebody else to do.' }, { status: 403 })
  return { places, id: newId() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id, where, name, pattern, places, firstAt, minutes, place } = fields(form)
  const [kind, organisationId] = (where ?? '').split(' ')
  const outcome = await asForm(form, () => openCohort(viewer, { id, organisationId: organisationId ?? '', kind: kind as CohortKind, name: name ?? '', pattern: pattern as TimetablePattern, places, firstAt: firstAt ?? '', minutes, place: place ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(kind === 'trainers' ? `/trainers/${outcome.done}` : `/cohorts/${outcome.done}`)
}

export default function NewCohortPage() {
  const { places, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said = refusal?.said ?? {}
  const problems = refusal?.fields ?? {}
  return (
    <Shell back={{ to: '/cohorts', label: 'Cohorts' }}>
      <PageTitle>Open a cohort</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <input type="hidden" name="id" value={said.id ?? id} />
          <ChoiceGroup legend="Which course" name="where" type="radio" required problem={problems.organisationId ?? problems.kind} defaultValue={said.where ?? places[0]?.value ?? ''} options={places} />
          <Field label="What it is called" hint="For example: Mentor course, spring" problem={problems.name}><input name="name" required minLength={3} maxLength={80} defaultValue={said.name} /></Field>
          <ChoiceGroup legend="How it is held" name="pattern" type="radio" required problem={problems.pattern} defaultValue={said.pattern ?? 'five_session'}
            options={[{ value: 'five_session', label: 'Five sessions', hint: 'Once a week at the same hour, in term' }, { value: 'two_day', label: 'Two days', hint: 'One after the other: sessions 1 to 3, then 4 and 5' }]} />
          <Field label="First day and hour" problem={problems.firstAt}><input type="datetime-local" name="firstAt" required defaultValue={said.firstAt} /></Field>
          <Field label="Minutes each time" problem={problems.minutes}><input type="number" name="minutes" required min={15} max={600} inputMode="numeric" defaultValue={said.minutes ?? '90'} /></Field>
          <Field label="Where" problem={problems.place}><input name="place" required minLength={2} maxLength={80} defaultValue={said.place} /></Field>
          <Field label="Places" hint="Who asks when they are gone waits their turn." problem={problems.places}><input type="number" name="places" required min={1} max={60} inputMode="numeric" defaultValue={said.places ?? '14'} /></Field>
          <Button type="submit">Open it</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
