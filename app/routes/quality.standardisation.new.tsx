import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { now } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { whatToStandardise } from '#modules/quality/standardisation.server.ts'
import { writeStandardisation } from '#modules/quality/write-standardisation.server.ts'
import { CriteriaChoice } from '#app/accreditation/criteria-choice.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'What you agreed · Belay' }]
const keyOf = ({ organisationId, specificationId }: { organisationId: string; specificationId: string }) => `${organisationId} ${specificationId}`

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const all = await asPage(whatToStandardise(viewer))
  const asked = new URL(request.url).searchParams.get('of')
  const chosen = all.find((one) => keyOf(one) === asked) ?? all[0] ?? null
  return { chosen, others: all.filter((one) => one !== chosen).map((one) => ({ key: keyOf(one), says: `${one.title}, ${one.where}` })), id: newId(), today: now().toISOString().slice(0, 10) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', organisationId = '', specificationId = '', heldOn = '', agreed = '' } = fields(form)
  const all = (name: string) => form.getAll(name).filter((one): one is string => typeof one === 'string')
  const outcome = await asForm(form, () => writeStandardisation(viewer, { id, organisationId, specificationId, heldOn, agreed, presentIds: all('presentIds'), criterionIds: all('criterionIds') }))
  if (!('refused' in outcome)) return redirect('/quality/standardisation')
  // What was ticked comes back as well: of fields sent more than once a refusal keeps the last.
  return { ...outcome.refused.data, ticked: { presentIds: all('presentIds'), criterionIds: all('criterionIds') } }
}

export default function NewStandardisationPage() {
  const { chosen, others, id, today } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said: Record<string, string> = refusal?.said ?? {}
  return (
    <Shell back={{ to: '/quality/standardisation', label: 'Deciding alike' }}>
      <PageTitle kicker={chosen ? `${chosen.where} · ${chosen.title}` : undefined}>What you agreed</PageTitle>
      <Sheet>
        {!chosen ? <Empty title="There is nothing to agree about yet">Once learners are registered on a specification, you write down here what you agreed about its criteria.</Empty> : (
          <DraftForm className="stack" about={`standardisation/${chosen.organisationId}/${chosen.specificationId}`} id={said.id ?? id}>
            <Problem message={refusal?.message} />
            {others.length > 0 && <p className="small">Or about: {others.map((one) => <Link key={one.key} to={`?of=${encodeURIComponent(one.key)}`}>{one.says}</Link>)}</p>}
            <input type="hidden" name="organisationId" value={chosen.organisationId} />
            <input type="hidden" name="specificationId" value={chosen.specificationId} />
            <Field label="The day" problem={refusal?.fields.heldOn}><input type="date" name="heldOn" required max={today} defaultValue={said.heldOn ?? today} /></Field>
            <ChoiceGroup legend="Who was there" name="presentIds" type="checkbox" defaultValue={refusal?.ticked.presentIds} problem={refusal?.fields.presentIds} options={chosen.staff.map((one) => ({ value: one.id, label: one.name }))} />
            <CriteriaChoice legend="Which criteria" units={chosen.units} chosen={refusal?.ticked.criterionIds ?? []} problem={refusal?.fields.criterionIds} />
            <Field label="What you agreed" hint="No learner’s name: what counts as enough, and what does not." problem={refusal?.fields.agreed}><textarea name="agreed" rows={6} required maxLength={8000} defaultValue={said.agreed} /></Field>
            <Reads><b>The assessors and quality assurers of {chosen.where}</b> can read this.</Reads>
            <Button type="submit">Keep it</Button>
          </DraftForm>
        )}
      </Sheet>
    </Shell>
  )
}
