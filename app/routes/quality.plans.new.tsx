import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { drawPlan } from '#modules/quality/draw-plan.server.ts'
import { whatToDraw } from '#modules/quality/plans.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { stages } from '#app/quality/stages.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Draw a sample · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { from: await asPage(whatToDraw(viewer)), id: newId() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', from = '', stage, size } = fields(form)
  const [organisationId = '', specificationId = ''] = from.split(' ')
  const outcome = await asForm(form, () => drawPlan(viewer, { id, organisationId, specificationId, stage: stage as 'interim', size: size ? Number(size) : undefined }))
  return 'refused' in outcome ? outcome.refused : redirect(`/quality/plans/${outcome.done}`)
}

export default function NewPlanPage() {
  const { from, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said: Record<string, string> = refusal?.said ?? {}
  return (
    <Shell back={{ to: '/quality', label: 'Quality' }}>
      <PageTitle kicker="Quality">Draw a sample</PageTitle>
      <Sheet>
        {from.length === 0 ? <Empty title="There is nothing to draw from yet">When assessors have decided something in your settings, you draw a sample of it here.</Empty> : (
          <Form method="post" className="stack">
            <Problem message={refusal?.message} />
            <input type="hidden" name="id" value={said.id ?? id} />
            <ChoiceGroup legend="Of what" name="from" type="radio" required defaultValue={said.from ?? (from.length === 1 ? `${from[0]!.organisationId} ${from[0]!.specificationId}` : undefined)} problem={refusal?.fields.specificationId}
              options={from.map((one) => ({ value: `${one.organisationId} ${one.specificationId}`, label: `${one.title}, version ${one.version}`, hint: `${one.where}. Learners with decisions: ${one.learners}.` }))} />
            <ChoiceGroup legend="When" name="stage" type="radio" required defaultValue={said.stage ?? 'interim'} problem={refusal?.fields.stage}
              options={Object.entries(stages).map(([value, { says, hint }]) => ({ value, label: says, hint }))} />
            <Field label="How many decisions" hint="Leave it empty, and it is worked out: half of what a new assessor decided, 15 in a hundred of the others’, and at least one of each assessor and each kind of evidence." problem={refusal?.fields.size}><input name="size" type="number" min={1} max={200} inputMode="numeric" defaultValue={said.size} /></Field>
            <p className="small soft">Belay draws by lot. What is riskier is more likely to be drawn: a new assessor, a new version, a cohort, a learner or a kind of evidence nobody has looked at. The lot’s number is kept, so the draw can be checked.</p>
            <Button type="submit">Draw it</Button>
          </Form>
        )}
      </Sheet>
    </Shell>
  )
}
