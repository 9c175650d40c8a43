import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { namesOfTaught } from '#modules/accreditation/names-of-taught.server.ts'
import { previewSpecification, sizeOf } from '#modules/accreditation/preview-specification.server.ts'
import { specifications } from '#modules/accreditation/specifications.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { UnitOfCriteria } from '#app/accreditation/unit-of-criteria.tsx'
import { Answered } from '#app/ui/answered.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Bring in a specification · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { places, canBringIn, example } = await asPage(specifications(viewer))
  if (!canBringIn) throw data({ message: 'Bringing in a specification is for a coordinator or a programme lead.' }, { status: 403 })
  return { places, example, id: newId() }
}

/** Reads what was given and shows it. Nothing is written here: that is the next page's, once somebody has looked. */
export async function action({ context, request }: ActionFunctionArgs) {
  await requireViewer(context, request)
  const form = await readForm(request)
  const file = form.get('file')
  const said = fields(form)
  const text = file instanceof File && file.size > 0 ? await file.text() : (said.text ?? '')
  const { specification, wrong } = previewSpecification(text)
  return data({ text: text.includes('\0') ? '' : text, specification, size: specification && sizeOf(specification), wrong, names: namesOfTaught(specification?.units ?? []) }, { status: specification ? 200 : 400 })
}

export default function BringInPage() {
  const { places, example, id } = useLoaderData<typeof loader>()
  const seen = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/specifications', label: 'Specifications' }}>
      <PageTitle kicker={seen?.specification ? 'Nothing is written yet' : 'From a CSV or JSON file'}>{seen?.specification ? 'Look at it before it comes in' : 'Bring in a specification'}</PageTitle>
      {seen && seen.wrong.length > 0 && (
        <Sheet aria-label="What to put right">
          <Problem message={`${seen.wrong.length === 1 ? 'One thing' : `${seen.wrong.length} things`} to put right. Nothing was written.`} />
          <ol className="wrong-lines">{seen.wrong.map(({ where, says }, at) => <li key={at}><b>{where}:</b> {says}</li>)}</ol>
        </Sheet>
      )}
      {seen?.specification && (
        <Sheet tone="rope">
          <Answered answer={seen}><h2>{seen.specification.title}</h2></Answered>
          <p>{seen.specification.code}, version {seen.specification.version}: {seen.size!.units} units, {seen.size!.outcomes} outcomes, {seen.size!.criteria} criteria.</p>
          <Form method="post" action="/specifications/bringing-in" className="stack">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="text" value={seen.text} />
            <Field label="For whom" hint="A delivery site’s specification can be used by all the settings it supports."><select name="organisationId" required>{places.map((place) => <option key={place.id} value={place.id}>{place.name}</option>)}</select></Field>
            <Bar><Button type="submit">Bring it in</Button><ButtonLink to="/specifications/new" kind="plain">Choose another</ButtonLink></Bar>
          </Form>
        </Sheet>
      )}
      {seen?.specification?.units.map((unit, at) => <UnitOfCriteria key={unit.ref} unit={unit} names={seen.names} isOpen={at === 0} />)}
      {!seen?.specification && (
        <Sheet>
          <Form method="post" encType="multipart/form-data" className="stack" key={seen ? 'again' : 'first'}>
            <Field label="A file" hint="CSV with one line a criterion, or JSON. You see what is in it before anything is written."><input type="file" name="file" accept=".csv,.json,text/csv,application/json" /></Field>
            <Field label="Or its text" hint="If you choose a file, the file counts."><textarea name="text" rows={8} spellCheck={false} defaultValue={seen?.text} /></Field>
            <Button type="submit">Look at it</Button>
          </Form>
          <details><summary>How the table is laid out</summary>
            <p className="small">The first line names the columns: code, title, version, unit, unit_title, outcome, outcome_title, criterion, says, taught_in, shown_by; level, credits and guided_hours if you like. Each further line is one criterion. Taught in: ids of units or cards, with spaces between. Shown by: answer, reflection, discussion, witness, observation.</p>
          </details>
        </Sheet>
      )}
      {!seen && example && (
        <Sheet tone="sunk">
          <h2>Nothing at hand?</h2>
          <p>Try our example. It is written by us, says so in its title, and leads to no certificate.</p>
          <Form method="post" encType="multipart/form-data"><input type="hidden" name="text" value={example} /><Button type="submit" kind="plain">Look at the example</Button></Form>
        </Sheet>
      )}
    </Shell>
  )
}
