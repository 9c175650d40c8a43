import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { Forbidden } from '#modules/errors.ts'
import { addCategory } from '#modules/safeguarding/add-category.server.ts'
import { categories } from '#modules/safeguarding/categories.ts'
import { categoriesToKeep } from '#modules/safeguarding/own-categories.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Kinds of worry · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const kept = await categoriesToKeep(viewer)
    if (kept.length === 0) throw new Forbidden('The list is for safeguarding leads.')
    return { id: newId(), kept }
  })())
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id = '', organisationId = '', under = '', label = '' } = fields(form)
  const outcome = await asForm(form, () => addCategory(viewer, { id, organisationId, under, label }))
  return 'refused' in outcome ? outcome.refused : redirect('/concerns/categories')
}

export default function Categories() {
  const { id, kept } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/concerns', label: 'Concerns' }}>
      <PageTitle>Kinds of worry</PageTitle>
      <p>What a concern can be called, so that it can be counted. What statutory guidance names is always on the list. Add what your setting meets; the adults there can read it.</p>
      {kept.map(({ organisationId, organisationName, own }) => (
        <Sheet key={organisationId} aria-label={`Added by ${organisationName}`}>
          <h2 className="h3">Added by {organisationName}</h2>
          {own.filter((one) => !one.isRetired).length === 0 ? <p className="soft">Nothing yet. What you add stands here and in the list.</p> : (
            <Rows>{own.filter((one) => !one.isRetired).map((one) => (
              <Row key={one.id} title={one.label} detail={`Under “${categories.find(({ key }) => key === one.under)?.label ?? ''}”`} action={<Form method="post" action={`/concerns/categories/${one.id}/retirement`}><Button kind="plain">Take it off<span className="visually-hidden">: {one.label}</span></Button></Form>} />
            ))}</Rows>
          )}
        </Sheet>
      ))}
      <Sheet aria-label="Add to the list">
        <h2 className="h3">Add to the list</h2>
        <Form method="post" className="stack" key={id}>
          <Problem message={refusal?.message} />
          <input type="hidden" name="id" value={refusal?.said.id ?? id} />
          {kept.length > 1 ? <Field label="For which setting?"><select name="organisationId" defaultValue={refusal?.said.organisationId}>{kept.map((one) => <option key={one.organisationId} value={one.organisationId}>{one.organisationName}</option>)}</select></Field> : <input type="hidden" name="organisationId" value={kept[0]?.organisationId} />}
          <Field label="Under which of these?" problem={refusal?.fields.under}><select name="under" required defaultValue={refusal?.said.under ?? ''}><option value="">Choose</option>{categories.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}</select></Field>
          <Field label="What is it called?" hint="Nobody’s name. It shows in lists and figures." problem={refusal?.fields.label}><input name="label" required maxLength={60} autoComplete="off" defaultValue={refusal?.said.label} /></Field>
          <div><Button>Add it</Button></div>
        </Form>
      </Sheet>
      <Sheet tone="sunk" aria-label="Always on the list">
        <h2 className="h3">Always on the list</h2>
        <Rows label="Always on the list">{categories.map(({ key, label, leaves }) => <Row key={key} title={label} detail={leaves.length > 0 ? leaves.map((leaf) => leaf.label).join('; ') : undefined} />)}</Rows>
      </Sheet>
    </Shell>
  )
}
