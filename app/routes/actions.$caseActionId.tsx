import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findAction } from '#modules/cases/find-action.server.ts'
import { finishAction } from '#modules/cases/finish-action.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { sayWholeDay } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Something to do · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => ({ asked: await findAction(viewer, z.uuid().parse(params.caseActionId)), id: newId() }))())
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id, words } = fields(form)
  const outcome = await asForm(form, () => finishAction(viewer, { id: id ?? '', actionId: params.caseActionId!, words: words ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/actions/${params.caseActionId!}`)
}

/** What somebody was asked to do, without the case it belongs to. */
export default function ToDo() {
  const { asked: { id: actionId, what, dueOn, byName, ownerName, organisationName, end, concernId, mayOpen }, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={mayOpen ? { to: `/concerns/${concernId ?? ''}`, label: 'The concern' } : { to: '/', label: 'Today' }}>
      <PageTitle kicker={<>{organisationName}. {byName ?? 'A colleague'} asks {ownerName ?? 'somebody'}, by {sayWholeDay(new Date(`${dueOn}T12:00:00Z`))}</>}>{end ? (end === 'done' ? 'It is done' : 'It was called off') : 'Something to do'}</PageTitle>
      <Sheet tone="dusk"><p className="said">{what ?? 'This text was erased.'}</p></Sheet>
      {end && <p><Link to="/">Back to Today</Link></p>}
      {(!end || refusal) && (
        <Sheet as="div">
          <DraftForm className="stack" about={`action-done/${actionId}`} id={refusal?.said.id ?? id}>
            <Problem message={refusal?.message} />
            <WordsField name="words" label="What was done" hint="One sentence is enough." rows={3} said={(name) => refusal?.said[name]} problem={(name) => refusal?.fields[name]} />
            <Reads><b>{byName ?? 'Your colleague'}, and those who work with them on it,</b> can read this.</Reads>
            {!end && <div><Button>It is done</Button></div>}
          </DraftForm>
        </Sheet>
      )}
      {!mayOpen && <Note>This belongs to something you need not know more about. If you are worried yourself, press <Link to="/worried">I’m worried</Link>.</Note>}
    </Shell>
  )
}
