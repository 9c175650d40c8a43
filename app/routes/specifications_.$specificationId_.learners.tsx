import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { registerLearner } from '#modules/accreditation/register-learner.server.ts'
import { whoToRegister } from '#modules/accreditation/who-to-register.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { FindByName } from '#app/ui/find-by-name.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Register learners · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const name = (new URL(request.url).searchParams.get('name') ?? '').slice(0, 80)
  const { specification, people, all } = await asPage(whoToRegister(viewer, { specificationId: params.specificationId ?? '', name }))
  return { specification, name, all, people: people.map((person) => ({ ...person, registrationId: newId() })) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', personId = '', organisationId = '' } = fields(form)
  const outcome = await asForm(form, () => registerLearner(viewer, { id, personId, organisationId, specificationId: params.specificationId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/specifications/${params.specificationId ?? ''}/learners`)
}

export default function RegisterPage() {
  const { specification, name, all, people } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/specifications/${specification.id}`, label: specification.title }}>
      <PageTitle kicker={`${specification.title}, version ${specification.version}`}>Register learners</PageTitle>
      <Bar><ButtonLink to="/assessment" kind="plain">See who is registered</ButtonLink></Bar>
      <Problem message={refusal?.message} />
      <Sheet aria-label="Not registered yet">
        {(name !== '' || all > people.length) && <FindByName name={name} says={all > people.length ? `The first ${people.length} of ${all} stand below.` : undefined} />}
        {people.length === 0 ? (name ? <Empty title={`Nobody called “${name}” is left to register`}><Link to={`/specifications/${specification.id}/learners`}>Show everybody</Link></Empty> : <Empty title="Everybody is registered">New mentors of your setting stand here until you register them.</Empty>) : (
          <Rows>{people.map((person) => (
            <Row key={person.id} icon={<Avatar name={person.name} />} title={person.name} detail={person.where} action={(
              <Form method="post"><input type="hidden" name="id" value={person.registrationId} /><input type="hidden" name="personId" value={person.id} /><input type="hidden" name="organisationId" value={person.organisationId} />
                <Button kind="plain" type="submit">Register<span className="visually-hidden"> {person.name}</span></Button></Form>
            )} />
          ))}</Rows>
        )}
      </Sheet>
    </Shell>
  )
}
