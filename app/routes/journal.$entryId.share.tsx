import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { sayNames } from '#app/journal/names.ts'
import { Written } from '#app/journal/written.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { newId } from '#modules/db/new-id.ts'
import { findEntry } from '#modules/journals/find-entry.server.ts'
import { shareEntry } from '#modules/journals/share-entry.server.ts'
import '#app/journal/journal.css'

export const meta: MetaFunction = () => [{ title: 'Share an entry · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { entryId, body, adults, shares } = await asPage(findEntry(viewer, { entryId: params.entryId! }))
  const has = new Set(shares.filter((share) => !share.takenBackAt).map(({ withId }) => withId))
  return { entryId, body, adults: adults.map((adult) => ({ ...adult, hasIt: has.has(adult.id) })), shareId: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { shareId = '', withId = '' } = fields(form)
  const outcome = await asForm(form, () => shareEntry(viewer, { shareId, withId, entryId: params.entryId! }))
  return 'refused' in outcome ? outcome.refused : redirect(`/journal/${params.entryId!}`)
}

export default function Share() {
  const { entryId, body, adults, shareId } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const free = adults.filter(({ hasIt }) => !hasIt)
  const [withId, setWithId] = useState(refusal?.said.withId ?? (free.length === 1 ? free[0]!.id : undefined))
  const chosen = adults.find(({ id }) => id === withId)
  const answer = (adult: (typeof adults)[number]) => adult.replyReadBy.length > 0
    ? `If ${adult.name} writes back, ${sayNames(adult.replyReadBy.map(({ name }) => name))} can read what ${adult.name} wrote, and not your entry.` : ''

  return (
    <Shell back={{ to: `/journal/${entryId}`, label: 'Your entry' }} reading>
      <div className="journal-page">
        <PageTitle kicker="Share an entry">Who would you like to read this?</PageTitle>
        <Problem message={refusal?.fields.withId ?? refusal?.message} />
        <Form method="post" className="journal-page">
          <input type="hidden" name="shareId" value={shareId} />
          <fieldset className="choices">
            <legend className="visually-hidden">One adult</legend>
            {adults.map((adult) => (
              <Choice key={adult.id} name="withId" value={adult.id} required label={adult.name} disabled={adult.hasIt} defaultChecked={adult.id === withId}
                hint={adult.hasIt ? 'Can read this entry already. Take it back first to share newer words.' : answer(adult)} onChange={() => setWithId(adult.id)} />
            ))}
          </fieldset>
          <Reads>
            {chosen ? <><b>You and {chosen.name} will be able to read this.</b> {answer(chosen)} Nobody else.</>
              : <><b>Only the adult you choose will read it,</b> besides you.</>} They see it as it reads now. You can take it back at any time.
          </Reads>
          <Bar>
            {free.length > 0 && <Button>{chosen && !chosen.hasIt ? `Share with ${chosen.name}` : 'Share'}</Button>}
            <ButtonLink to={`/journal/${entryId}`} kind="plain">{free.length > 0 ? 'Not now' : 'Back to your entry'}</ButtonLink>
          </Bar>
        </Form>
        <Sheet aria-labelledby="as-shared"><h2 id="as-shared">What they will read</h2><Written body={body} /></Sheet>
      </div>
    </Shell>
  )
}
