import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { makeBatch } from '#modules/claims/make-batch.server.ts'
import { whoToClaim } from '#modules/claims/who-to-claim.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { FindByName } from '#app/ui/find-by-name.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/claims/claims.css'

export const meta: MetaFunction = () => [{ title: 'Make a batch · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const asked = new URL(request.url).searchParams
  const name = (asked.get('name') ?? '').slice(0, 80)
  const found = await asPage(whoToClaim(viewer, { organisationId: asked.get('organisation') ?? '', specificationId: asked.get('specification') ?? '', templateId: asked.get('template') ?? undefined, name }))
  return { ...found, name, id: newId() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', organisationId = '', specificationId = '', templateId = '' } = fields(form)
  const registrationIds = form.getAll('registrationIds').filter((one): one is string => typeof one === 'string')
  const outcome = await asForm(form, () => makeBatch(viewer, { id, organisationId, specificationId, templateId, registrationIds }))
  return 'refused' in outcome ? outcome.refused : redirect(`/claims/${outcome.done}`)
}

export default function NewBatchPage() {
  const { id, specification, organisationId, where, templates, templateId, learners, all, name } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const ready = learners.filter(({ missing }) => missing.length === 0)
  const others = learners.filter(({ missing }) => missing.length > 0)
  return (
    <Shell back={{ to: '/claims', label: 'Claims' }}>
      <PageTitle kicker={`${where} · ${specification.title}, version ${specification.version}`}>Who will you claim for?</PageTitle>
      {specification.isExample && <Note tone="sun">This is an example specification. You can try a batch out; send it to nobody.</Note>}
      <Problem message={refusal && (refusal.fields.registrationIds ?? refusal.fields.templateId ?? refusal.message)} />
      {(name !== '' || all > learners.length) && <Sheet><FindByName name={name} keep={{ organisation: organisationId, specification: specification.id }} says={all > learners.length ? `${learners.length} of ${all} learners stand below, those signed off first. Look for somebody before you choose: looking begins the choosing again.` : undefined} />{name !== '' && <Link to={`/claims/new?organisation=${organisationId}&specification=${specification.id}`}>Show everybody</Link>}</Sheet>}
      <Sheet aria-labelledby="ready"><h2 id="ready">Ready</h2>
        {templates.length === 0 && <><p>First say how the awarding body wants its table.</p><Bar><ButtonLink to="/claims/templates/new">Lay out a table</ButtonLink></Bar></>}
        {ready.length === 0 && <Empty title={name ? `Nobody called “${name}” is ready` : 'Who is ready will be here'}>Somebody is ready when every criterion is met, a quality assurer has signed them off, and their details are entered.</Empty>}
        {ready.length > 0 && templates.length > 0 && (
          <Form method="post" className="stack">
            <input type="hidden" name="id" value={refusal?.said.id ?? id} />
            <input type="hidden" name="organisationId" value={organisationId} />
            <input type="hidden" name="specificationId" value={specification.id} />
            <fieldset className="choices"><legend className="label">Learners</legend><div className="choices-list">
              {ready.map((one) => <Choice key={one.registrationId} type="checkbox" name="registrationIds" value={one.registrationId} defaultChecked label={one.name} hint={<>On documents: {one.onDocuments}. <Link to={`/claims/details/${one.registrationId}`}>Their details<span className="visually-hidden"> ({one.name})</span></Link></>} />)}
            </div></fieldset>
            <Field label="The table is laid out as" problem={refusal?.fields.templateId}><select name="templateId" defaultValue={refusal?.said.templateId ?? templateId ?? undefined}>{templates.map((one) => <option key={one.id} value={one.id}>{one.name}{one.needsUln ? '' : ' (without a ULN too)'}</option>)}</select></Field>
            <Button type="submit">Make the batch</Button>
          </Form>
        )}
      </Sheet>
      {others.length > 0 && (
        <Sheet aria-labelledby="not-ready"><h2 id="not-ready">Not ready yet</h2>
          <ul className="claim-list">{others.map((one) => (
            <li key={one.registrationId} className="claim"><div><b>{one.name}</b><ul className="small">{one.missing.map((says) => <li key={says}>{says}</li>)}</ul></div>
              <ButtonLink kind="plain" to={`/claims/details/${one.registrationId}`}>{one.hasDetails ? 'Their details' : 'Enter details'}<span className="visually-hidden"> of {one.name}</span></ButtonLink></li>
          ))}</ul>
        </Sheet>
      )}
    </Shell>
  )
}
