import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { addCaseNote } from '#modules/registers/add-case-note.server.ts'
import { findCase } from '#modules/registers/cases.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof, requireViewer } from '#app/http/session.server.ts'
import { endings } from '#app/registers/endings.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import '#app/registers/registers.css'

export const meta: MetaFunction = () => [{ title: 'A case · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  return { ...(await asPage(findCase(viewer, { caseId: params.caseId ?? '' }))), noteId: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', words = '' } = fields(form)
  const outcome = await asForm(form, () => addCaseNote(viewer, { id, caseId: params.caseId ?? '', words }))
  return 'refused' in outcome ? outcome.refused : redirect(`/malpractice/${params.caseId ?? ''}`)
}

export default function CasePage() {
  const { id, noteId, where, about, reportedAt, reportedBy, words, notes, end, keptDays } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/malpractice', label: 'The register' }}>
      <PageTitle kicker={`${where} · malpractice register`}>About {about}</PageTitle>
      <Sheet aria-labelledby="seen"><h2 id="seen">What was seen</h2>
        <p className="register-words">{words}</p><p className="soft small">Written down by {reportedBy}, <When at={reportedAt} within />. That you looked at this page is on record.</p>
      </Sheet>
      <Sheet aria-labelledby="done"><h2 id="done">What was done</h2>
        {notes.length === 0 && !end && <p className="soft">Nothing yet. Begin by hearing {about}.</p>}
        <ul className="register-lines">
          {notes.map((note) => <li key={note.id} className="register-line"><span className="soft small">{note.byName}, <When at={note.at} within /></span><p className="register-words">{note.words}</p></li>)}
          {end && <li className="register-line"><span><b>{endings[end.ending]}</b> <span className="soft small">{end.byName}, <When at={end.at} within /></span></span><p className="register-words">{end.words}</p></li>}
        </ul>
        {(!end || refusal) && (
          <DraftForm className="stack" key={notes.length} about={`malpractice-note/${id}`} id={refusal?.said.id ?? noteId}>
            <Problem message={refusal?.message} />
            <Field label="Add a line" hint="Lines are added and not changed." problem={refusal?.fields.words}><textarea name="words" rows={3} required maxLength={8000} defaultValue={refusal?.said.words} /></Field>
            <Reads><b>The head and the quality assurers of {where},</b> except {about}.</Reads>
            <Bar><Button type="submit">Add it</Button><ButtonLink kind="plain" to={`/malpractice/${id}/end`}>It has ended</ButtonLink></Bar>
          </DraftForm>
        )}
        {keptDays !== null && <p className="soft small">It is kept for {Math.round(keptDays / 365.25)} years after it has ended, and then taken away whole.</p>}
      </Sheet>
    </Shell>
  )
}
