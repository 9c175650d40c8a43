import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { makeTemplate } from '#modules/claims/make-template.server.ts'
import { dateFormats, usualColumns, type DateFormat } from '#modules/claims/template.ts'
import { templates } from '#modules/claims/templates.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { columnsIn, ColumnRow, rowsOfColumns } from '#app/claims/column-row.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Lay out a table · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { templates: all, places } = await asPage(templates(viewer))
  return { places, from: all.find(({ id }) => id === new URL(request.url).searchParams.get('from')) ?? null, id: newId() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const said = fields(form)
  const { id = '', organisationId = '', name = '', dateFormat, hasByteOrderMark, needsUln } = said
  const outcome = await asForm(form, () => makeTemplate(viewer, { id, organisationId, name, dateFormat: dateFormat as DateFormat, hasByteOrderMark: hasByteOrderMark === 'yes', needsUln: needsUln === 'yes', columns: columnsIn(said) }))
  return 'refused' in outcome ? outcome.refused : redirect('/claims/templates')
}

export default function NewTemplatePage() {
  const { id, places, from } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said = refusal?.said
  const columns = from?.columns ?? usualColumns
  // A form that came back shows every row that somebody wrote in.
  const shown = Math.max(columns.length, ...Object.keys(said ?? {}).filter((name) => name.startsWith('header-') && said?.[name]).map((name) => Number(name.slice(7)) + 1))
  const rows = Array.from({ length: rowsOfColumns }, (_, at) => <ColumnRow key={at} at={at} column={columns[at]} said={said} />)
  const ofColumns = refusal && Object.entries(refusal.fields).find(([name]) => name.startsWith('columns'))?.[1]
  return (
    <Shell back={{ to: '/claims/templates', label: 'The tables' }}>
      <PageTitle kicker="From the awarding body’s form">{from ? `Change “${from.name}”` : 'Lay out a table'}</PageTitle>
      <Sheet>
        <Form method="post" className="stack">
          <Problem message={ofColumns ?? refusal?.message} />
          <input type="hidden" name="id" value={said?.id ?? id} />
          <Field label="For which setting" problem={refusal?.fields.organisationId}><select name="organisationId" defaultValue={said?.organisationId ?? from?.organisationId}>{places.map((place) => <option key={place.id} value={place.id}>{place.name}</option>)}</select></Field>
          <Field label="Its name" hint="A newer table of the same name takes the place of the old one. Batches keep the one they were made with." problem={refusal?.fields.name}><input name="name" required maxLength={80} defaultValue={said?.name ?? from?.name} /></Field>
          <Field label="Dates are written" problem={refusal?.fields.dateFormat}><select name="dateFormat" defaultValue={said?.dateFormat ?? from?.dateFormat}>{Object.entries(dateFormats).map(([format, example]) => <option key={format} value={format}>{example}</option>)}</select></Field>
          <Choice type="checkbox" name="needsUln" value="yes" label="A ULN is needed" hint="Leave it empty if this awarding body takes a claim without one: a learner may say no to a ULN." defaultChecked={said ? said.needsUln === 'yes' : (from?.needsUln ?? true)} />
          <Choice type="checkbox" name="hasByteOrderMark" value="yes" label="The file will be opened in Excel" hint="It then begins with a mark, so that é and ł are right. Some upload pages do not like the mark." defaultChecked={said ? said.hasByteOrderMark === 'yes' : (from?.hasByteOrderMark ?? true)} />
          <h2>Columns, in order</h2>
          <p className="soft">A row without a heading is left out.</p>
          {rows.slice(0, shown)}
          <details><summary>More columns</summary>{rows.slice(shown)}</details>
          <Button type="submit">Keep it</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
