import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { checkOf } from '#modules/vetting/checks.ts'
import { findCheck } from '#modules/vetting/find-check.server.ts'
import { strikeCheck } from '#modules/vetting/strike-check.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { sayShort } from '#app/vetting/standings.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Strike a check through · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return { id: newId(), check: await asPage(findCheck(viewer, { checkId: params.checkId ?? '' })) }
}

/** Whoever keeps the register strikes a check through, and says why. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id = '', why = '' } = fields(form)
  const outcome = await asForm(form, () => strikeCheck(viewer, { id, checkId: params.checkId ?? '', why }))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${outcome.done.organisationId}/checks/${outcome.done.personId}`)
}

export default function StrikeCheckPage() {
  const { id, check: { checkId, organisationId, personId, fullName, kind, doneOn, isStruck } } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/organisations/${organisationId}/checks/${personId}`, label: fullName }}>
      <PageTitle kicker={fullName}>Strike through: {checkOf(kind).name}, {sayShort(doneOn)}?</PageTitle>
      {isStruck && <Note tone="sun">It is struck through already.{refusal && ' What you wrote is still here, to copy.'}</Note>}
      {(!isStruck || refusal) && (
        <Sheet as="div">
          <p>For a check that was written down wrongly. It stays to be read, with your reason, and counts for nothing. Write down the right one beside it. If none is left that {fullName} needs, they take no further place with young people until there is.</p>
          <DraftForm className="stack" about={`vetting-struck/${checkId}`} id={refusal?.said.id ?? id}>
            <Problem message={refusal?.message} />
            <Field label="What was wrong" problem={refusal?.fields.why}><textarea name="why" required rows={3} maxLength={2000} defaultValue={refusal?.said.why} /></Field>
            <Reads><b>{fullName}, the coordinator, the safeguarding lead and deputies, and the head</b> can read this, for good.</Reads>
            {!isStruck && <div><Button>Strike it through</Button></div>}
          </DraftForm>
        </Sheet>
      )}
    </Shell>
  )
}
