import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { ClipboardList } from 'lucide-react'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useRef } from 'react'
import { findRegister } from '#modules/cohorts/find-register.server.ts'
import { markRegister } from '#modules/cohorts/mark-register.server.ts'
import { guidesToSessions } from '#modules/learning/guides-to-sessions.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { changedMarks } from '#app/cohorts/changed-marks.ts'
import { OvertakenMarks } from '#app/cohorts/overtaken-marks.tsx'
import { Register } from '#app/cohorts/register.tsx'
import { useRegisterDraft } from '#app/cohorts/use-register-draft.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Register · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { cohortId = '', sessionId = '' } = params
  const register = await asPage(findRegister(viewer, { cohortId, sessionId }))
  return { register, guides: guidesToSessions(viewer, register.courseId, register.covers), cohortId, sessionId, key: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const said = fields(form)
  const outcome = await asForm(form, () => markRegister(viewer, { key: said.key, sessionId: params.sessionId ?? '', marks: changedMarks(said) }))
  return 'refused' in outcome ? outcome.refused : { saved: outcome.done }
}

export default function RegisterPage() {
  const { register, guides, cohortId, sessionId, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = useRef<HTMLFormElement>(null)
  const draft = useRegisterDraft(form, sessionId, register.people, answer !== undefined && 'message' in answer)
  const isSubmitting = useNavigation().state === 'submitting'
  const isSaving = draft.isSending || isSubmitting
  const marked = register.people.filter(({ mark }) => mark !== null).length
  return (
    <Shell back={{ to: `/cohorts/${cohortId}`, label: register.cohortName }}>
      <PageTitle kicker={<>Sitting {register.number} · <When at={register.startsAt} /> · {register.place}</>}>{register.title}</PageTitle>
      {answer && 'message' in answer && <Problem message={answer.message} />}
      {answer && 'saved' in answer && <Note tone="rope"><span role="status">{answer.saved === 0 ? 'Nothing had changed.' : `Saved: ${answer.saved} ${answer.saved === 1 ? 'mark' : 'marks'}.`}</span></Note>}
      {guides.length > 0 && (
        <Sheet>
          <h2>Teaching it</h2>
          <Rows>{guides.map((guide) => <Row key={guide.slug} icon={ClipboardList} tone="rope" title={`Guide to session ${guide.number}`} detail={`${guide.title}: run-sheet, what to bring, what to look for`} to={`/learn/${guide.courseSlug}/guide/${guide.slug}?timetable=${register.pattern}&from=${register.local.slice(11, 16)}`} />)}</Rows>
        </Sheet>
      )}
      <Sheet>
        <h2>Register <span className="soft">{marked} of {register.people.length} marked</span></h2>
        {register.people.length === 0 ? <Empty title="Everybody with a place will be here">Nobody has one yet. Add people on the cohort’s page.</Empty> : (
          <Form method="post" className="stack" ref={form} onChange={draft.onChange} onSubmit={draft.onSubmit}>
            <OvertakenMarks people={register.people} overtaken={draft.overtaken} useMine={draft.useMine} useTheirs={draft.useTheirs} />
            <input type="hidden" name="key" value={key} />
            <Register people={register.people} />
            <Bar><Button type="submit" disabled={isSaving}>{isSaving ? 'Saving' : 'Save the register'}</Button>{draft.words && <Saved state={draft.state}>{draft.words}</Saved>}</Bar>
            <p className="soft small">You can change a mark later. Each change is kept with who made it and when.</p>
          </Form>
        )}
      </Sheet>
      <Bar><ButtonLink kind="plain" to={`/cohorts/${cohortId}/sittings/${sessionId}/time`}>Move this sitting</ButtonLink></Bar>
    </Shell>
  )
}
