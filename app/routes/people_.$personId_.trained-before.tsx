import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { TrainingSeen } from '#prisma/generated/enums.ts'
import { sayTrainedBefore } from '#modules/completion/say-trained-before.server.ts'
import { trainingBefore } from '#modules/completion/training-before.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { findPerson } from '#modules/organisations/find-person.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { sayDate } from '#app/completion/the-policy.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Trained before Belay · Belay' }]

const seenNames = { certificate: 'their certificate', register: 'the register of the course', letter: 'a letter from who trained them' } as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const personId = params.personId ?? ''
  const [person, places] = await asPage(Promise.all([findPerson(viewer, { personId }), trainingBefore(viewer, { personId })]))
  if (places.length === 0) throw data({ message: 'That is for the coordinator to write down, for a mentor of their setting.' }, { status: 403 })
  return { person: { id: person.id, name: person.name, fullName: person.fullName }, places: places.map((place) => ({ ...place, id: newId() })) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', organisationId = '', seen, endedOn = '' } = fields(form)
  const outcome = await asForm(form, () => sayTrainedBefore(viewer, { id, organisationId, personId: params.personId ?? '', seen: seen as TrainingSeen, endedOn }))
  return 'refused' in outcome ? outcome.refused : redirect(`/people/${params.personId ?? ''}/trained-before`)
}

export default function TrainedBeforePage() {
  const { person, places } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/people/${person.id}`, label: person.fullName }}>
      <PageTitle kicker={person.fullName}>Trained before Belay</PageTitle>
      <p>Some mentors were trained before their school or club came here. What you saw of it stands for the course. The units about keeping safe, the agreement and the policy they do here all the same.</p>
      {places.map(({ organisationId, setting, training, id }) => (
        <Sheet key={organisationId}>
          <h2>{setting}</h2>
          {training ? (
            <>
              <p>{person.name} finished on {sayDate(training.endedOn)}: you or a colleague saw {seenNames[training.seen]}.</p>
              <Form method="post" action={`/people/${person.id}/trained-before/taking-back`}><input type="hidden" name="trainingId" value={training.id} /><Bar><Button type="submit" kind="plain">Take this back</Button></Bar></Form>
            </>
          ) : (
            <Form method="post" className="stack">
              <Problem message={refusal?.message} />
              <input type="hidden" name="id" value={id} /><input type="hidden" name="organisationId" value={organisationId} />
              <ChoiceGroup legend="What did you see?" name="seen" type="radio" required options={[{ value: 'certificate', label: 'Their certificate' }, { value: 'register', label: 'The register of the course' }, { value: 'letter', label: 'A letter from who trained them' }]} defaultValue={refusal?.said.seen} problem={refusal?.fields.seen} />
              <Field label="The day they finished" problem={refusal?.fields.endedOn}><input type="date" name="endedOn" required defaultValue={refusal?.said.endedOn} /></Field>
              <Button type="submit">I saw it</Button>
            </Form>
          )}
        </Sheet>
      ))}
    </Shell>
  )
}
