import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { whomToReport } from '#modules/registers/cases.server.ts'
import { reportMalpractice } from '#modules/registers/report-malpractice.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { FindByName } from '#app/ui/find-by-name.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Write something down · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const name = (new URL(request.url).searchParams.get('name') ?? '').slice(0, 80)
  return { ...(await asPage(whomToReport(viewer, { name }))), name, id: newId() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', about = '', words = '' } = fields(form)
  const [organisationId = '', aboutId = ''] = about.split(' ')
  const outcome = await asForm(form, () => reportMalpractice(viewer, { id, organisationId, aboutId, words }))
  return 'refused' in outcome ? outcome.refused : redirect('/malpractice')
}

export default function ReportPage() {
  const { places, people, hasMore, name, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/malpractice', label: 'The register' }}>
      <PageTitle kicker="Malpractice register">What did you see?</PageTitle>
      {(hasMore || name !== '') && <Sheet><FindByName name={name} label="Find whom it is about by name" says={hasMore ? 'There are more people than can be chosen from below. Look for them before you write.' : undefined} /></Sheet>}
      <Sheet>
        <DraftForm className="stack" about="malpractice" id={refusal?.said.id ?? id}>
          <Problem message={refusal?.message} />
          <Field label="Whom is it about?" problem={refusal?.fields.aboutId ?? refusal?.fields.organisationId}>
            <select name="about" required defaultValue={refusal?.said.about ?? ''}><option value="">Choose</option>
              {places.map((place) => <optgroup key={place.id} label={place.name}>{people.filter(({ organisationId }) => organisationId === place.id).map((one) => <option key={one.id} value={`${place.id} ${one.id}`}>{one.name}</option>)}</optgroup>)}
            </select>
          </Field>
          <Field label="What you saw, and when" hint="What you saw yourself, and not what you make of it. There may be a good reason." problem={refusal?.fields.words}><textarea name="words" rows={6} required maxLength={8000} defaultValue={refusal?.said.words} /></Field>
          <Reads><b>The head and the quality assurers of the setting,</b> except whom it is about. You see that it is looked into and when it ended. While it is open about a learner, their claim waits.</Reads>
          <Button type="submit">Write it down</Button>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
