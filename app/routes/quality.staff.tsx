import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { now } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { recordQualification } from '#modules/quality/record-qualification.server.ts'
import { staff } from '#modules/quality/staff.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { OnRecord } from '#app/quality/on-record.tsx'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Who assesses · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { people: await asPage((async () => staff(viewer))()), id: newId(), today: now().toISOString().slice(0, 10) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', whose = '', kind, title = '', doneOn = '', validUntil, hours } = fields(form)
  const [organisationId = '', personId = ''] = whose.split(' ')
  const outcome = await asForm(form, () => recordQualification(viewer, { id, organisationId, personId, kind: kind as 'assessing', title, doneOn, validUntil: validUntil || undefined, hours: hours ? Number(hours) : undefined }))
  return 'refused' in outcome ? outcome.refused : redirect('/quality/staff')
}

const states = { good: { says: 'In date', tone: 'rope' }, soon: { says: 'Runs out soon', tone: 'sun' }, out: { says: 'Has run out', tone: 'sun' }, none: { says: 'Nothing on record', tone: 'plain' } } as const
const roles = { assessor: 'Assessor', quality_assurer: 'Quality assurer' } as const

export default function StaffPage() {
  const { people, id, today } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said: Record<string, string> = refusal?.said ?? {}
  const whose = [...new Map(people.filter(({ canRecord }) => canRecord).map((one) => [`${one.organisationId} ${one.personId}`, `${one.name}, ${one.where}`]))]
  return (
    <Shell>
      <PageTitle kicker="Qualifications and development">Who assesses</PageTitle>
      <Sheet aria-labelledby="people"><h2 id="people">Assessors and quality assurers</h2>
        {people.length === 0 && <Empty title="Nobody assesses here yet">A coordinator gives somebody the role of an assessor or quality assurer. Then they are listed here.</Empty>}
        <Rows>
          {people.map((one) => (
            <Row key={one.key} icon={<Avatar name={one.name} />} title={one.name} tone={states[one.state].tone} tag={states[one.state].says}
              detail={<>{roles[one.role]}, {one.where}. {one.titles[0] && `${one.titles[0]}. `}{one.until && <>{one.state === 'out' ? 'It was good until ' : 'Good until '}<When at={one.until} day within />. </>}Development in the last year: {one.development} {one.development === 1 ? 'hour' : 'hours'}.
                {one.state === 'out' && one.role === 'assessor' && ' What they decide from then on needs another assessor to countersign, before a learner is signed off.'}</>} />
          ))}
        </Rows>
      </Sheet>
      <OnRecord people={people} />
      {whose.length > 0 && (
        <Sheet aria-labelledby="record"><h2 id="record">Write down what you have seen</h2>
          <Form method="post" className="stack" key={id}>
            <Problem message={refusal?.message} />
            <input type="hidden" name="id" value={said.id ?? id} />
            <Field label="Whose it is" problem={refusal?.fields.personId}><select name="whose" required defaultValue={said.whose ?? ''}><option value="" disabled>Choose</option>{whose.map(([value, label]) => <option key={value} value={value}>{label}</option>)}</select></Field>
            <ChoiceGroup legend="What it is" name="kind" type="radio" required defaultValue={said.kind} problem={refusal?.fields.kind} options={[{ value: 'assessing', label: 'A qualification to assess' }, { value: 'quality_assuring', label: 'A qualification to look decisions over' }, { value: 'development', label: 'Professional development' }]} />
            <Field label="What it is called" problem={refusal?.fields.title}><input name="title" required maxLength={200} defaultValue={said.title} /></Field>
            <Field label="The day it was got or done" problem={refusal?.fields.doneOn}><input type="date" name="doneOn" required max={today} defaultValue={said.doneOn} /></Field>
            <Field label="Good until" hint="Leave it empty if it does not run out." problem={refusal?.fields.validUntil}><input type="date" name="validUntil" defaultValue={said.validUntil} /></Field>
            <Field label="Hours" hint="For professional development." problem={refusal?.fields.hours}><input type="number" name="hours" min={1} max={500} inputMode="numeric" defaultValue={said.hours} /></Field>
            <Button type="submit">Keep it</Button>
          </Form>
        </Sheet>
      )}
    </Shell>
  )
}
