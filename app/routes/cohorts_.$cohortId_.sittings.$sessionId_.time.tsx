import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { changeSitting } from '#modules/cohorts/change-sitting.server.ts'
import { findRegister } from '#modules/cohorts/find-register.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Move a sitting · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { cohortId = '', sessionId = '' } = params
  const { cohortName, number, title, local, minutes, place } = await asPage(findRegister(viewer, { cohortId, sessionId }))
  return { cohortName, number, title, local, minutes, place, back: `/cohorts/${cohortId}/sittings/${sessionId}` }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { startsAt, minutes, place } = fields(form)
  const outcome = await asForm(form, () => changeSitting(viewer, { sessionId: params.sessionId ?? '', startsAt: startsAt ?? '', minutes, place: place ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/cohorts/${params.cohortId ?? ''}`)
}

export default function MoveSittingPage() {
  const sitting = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: sitting.back, label: sitting.title }}>
      <PageTitle kicker={`${sitting.cohortName} · sitting ${sitting.number}`}>Move it</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <p>Everybody on the cohort sees the new time at once. Tell them as well.</p>
        <Form method="post" className="stack">
          <Field label="Day and hour" problem={refusal?.fields.startsAt}><input type="datetime-local" name="startsAt" required defaultValue={refusal?.said.startsAt ?? sitting.local} /></Field>
          <Field label="Minutes" problem={refusal?.fields.minutes}><input type="number" name="minutes" required min={15} max={600} inputMode="numeric" defaultValue={refusal?.said.minutes ?? sitting.minutes} /></Field>
          <Field label="Where" problem={refusal?.fields.place}><input name="place" required minLength={2} maxLength={80} defaultValue={refusal?.said.place ?? sitting.place} /></Field>
          <Button type="submit">Move it</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
