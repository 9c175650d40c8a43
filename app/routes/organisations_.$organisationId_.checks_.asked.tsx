import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { roleNames } from '#modules/organisations/role-names.ts'
import { inSentence } from '#modules/vetting/checks.ts'
import { ruleOf } from '#modules/vetting/rule-of.server.ts'
import { setRule } from '#modules/vetting/set-rule.server.ts'
import { sayDate } from '#modules/vetting/standing.ts'
import { rolesIn, usualNeeds } from '#modules/vetting/usual-needs.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { RoleNeeds } from '#app/vetting/role-needs.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Which checks each role needs · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return { id: newId(), ...(await asPage((async () => ruleOf(viewer, { organisationId: params.organisationId ?? '' }))())) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id = '', fromOn = '' } = fields(form)
  const needs = form.getAll('needs').filter((one): one is string => typeof one === 'string')
  const organisationId = params.organisationId ?? ''
  const outcome = await asForm(form, () => setRule(viewer, { id, organisationId, fromOn, needs }))
  if (!('refused' in outcome)) return redirect(`/organisations/${organisationId}/checks`)
  outcome.refused.data.said.needs = needs.join(',')
  return outcome.refused
}

export default function AskedPage() {
  const { id, place, inForce, toCome, canSet } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const shown = toCome ?? inForce
  const chosen = refusal?.said.needs?.split(',') ?? (shown ? shown.needs.map(({ role, kind }) => `${role} ${kind}`) : usualNeeds.flatMap(({ role, kinds }) => kinds.map((kind) => `${role} ${kind}`)))
  return (
    <Shell back={{ to: `/organisations/${place.id}/checks`, label: 'Checks on adults' }}>
      <PageTitle kicker={place.name}>Which checks each role needs</PageTitle>
      {inForce ? <p>What is asked now was set by {inForce.setByName}, <When at={inForce.setAt} within />, and holds since {sayDate(inForce.fromOn)}.{toCome && <> {toCome.setByName} has set what holds from {sayDate(toCome.fromOn)}: it stands below.</>}</p>
        : <Note>Nothing is asked for yet.{canSet && ' What settings usually ask for is ticked below. It holds from the day you choose.'}</Note>}
      {!canSet && (
        <Sheet><Rows label="What each role needs">{rolesIn(place.kind).map((role) => {
          const needs = inForce?.needs.filter((need) => need.role === role) ?? []
          return <Row key={role} title={roleNames[role]} detail={needs.length === 0 ? 'Nothing is asked for.' : needs.map(({ kind }) => inSentence(kind)).join(', ').replace(/^./, (first) => first.toUpperCase())} />
        })}</Rows><p className="small soft">The safeguarding lead, a deputy or the head sets this.</p></Sheet>
      )}
      {canSet && (
        <Sheet as="div">
          <Form method="post" className="stack">
            <Problem message={refusal?.message} />
            <input type="hidden" name="id" value={refusal?.said.id ?? id} />
            {rolesIn(place.kind).map((role, at) => <RoleNeeds key={role} role={role} chosen={chosen} isOpen={at === 0} />)}
            <Field label="From which day" hint="Choose one by which your register is filled in. Until then what was asked before goes on." problem={refusal?.fields.fromOn}><input type="date" name="fromOn" required defaultValue={refusal?.said.fromOn ?? toCome?.fromOn ?? ''} /></Field>
            <p className="small">From that day, an adult who lacks what their role needs takes no seat as a supervisor, no duty and no place in front of a course, and a role given to somebody new waits until everything is there. A meeting that is under way goes on.</p>
            <div><Button>Ask for these</Button></div>
          </Form>
        </Sheet>
      )}
    </Shell>
  )
}
