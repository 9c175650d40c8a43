import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { MalpracticeEnding } from '#prisma/generated/enums.ts'
import { newId } from '#modules/db/new-id.ts'
import { endCase } from '#modules/registers/add-case-note.server.ts'
import { findCase } from '#modules/registers/cases.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof, requireViewer } from '#app/http/session.server.ts'
import { endings } from '#app/registers/endings.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'End a case · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const { id: caseId, about, where } = await asPage(findCase(viewer, { caseId: params.caseId ?? '' }))
  return { caseId, about, where, id: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', words = '', ending } = fields(form)
  const outcome = await asForm(form, () => endCase(viewer, { id, caseId: params.caseId ?? '', words, ending: ending as MalpracticeEnding }))
  return 'refused' in outcome ? outcome.refused : redirect(`/malpractice/${params.caseId ?? ''}`)
}

export default function EndCasePage() {
  const { caseId, about, where, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/malpractice/${caseId}`, label: 'The case' }}>
      <PageTitle kicker={`About ${about}`}>How has it ended?</PageTitle>
      <Sheet>
        <DraftForm className="stack" about={`malpractice-end/${caseId}`} id={refusal?.said.id ?? id}>
          <Problem message={refusal?.message} />
          <ChoiceGroup legend="It ended so" name="ending" type="radio" required defaultValue={refusal?.said.ending} problem={refusal?.fields.ending} options={Object.entries(endings).map(([value, label]) => ({ value, label }))} />
          <Field label="What came of it" problem={refusal?.fields.words}><textarea name="words" rows={4} required maxLength={8000} defaultValue={refusal?.said.words} /></Field>
          <Reads><b>The head and the quality assurers of {where},</b> except {about}. Whoever wrote it down sees that it has ended.</Reads>
          <Button type="submit">End it</Button>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
