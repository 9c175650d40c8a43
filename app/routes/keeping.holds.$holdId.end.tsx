import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { newId } from '#modules/db/new-id.ts'
import { endHold } from '#modules/keeping/end-hold.server.ts'
import { findHold } from '#modules/keeping/find-holds.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'End a hold · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => ({ id: newId(), hold: await findHold(viewer, z.uuid().parse(params.holdId)) }))())
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id = '', words = '' } = fields(form)
  const outcome = await asForm(form, () => endHold(viewer, { id, holdId: params.holdId!, words }))
  return 'refused' in outcome ? outcome.refused : redirect('/keeping')
}

export default function EndHold() {
  const { id, hold } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/keeping', label: 'What is kept' }}>
      <PageTitle kicker={`Held at ${hold.organisationName}`}>{hold.concernId ? 'One concern' : hold.adultConcernId ? 'One concern about an adult' : `Everything about ${hold.name ?? 'somebody who has left'}`}</PageTitle>
      <Sheet tone="dusk" aria-label="Why it is held"><p className="said">{hold.reason}</p><p className="soft small">{hold.byName ?? 'Somebody who has left'}, <When at={hold.at} within />.{hold.concernId && <> <Link to={`/concerns/${hold.concernId}`}>The concern</Link></>}{hold.adultConcernId && <> <Link to={`/concerns/adults/${hold.adultConcernId}`}>The concern</Link></>}</p></Sheet>
      <Sheet as="div" aria-label="End it">
        <DraftForm className="stack" about={`end-hold/${hold.id}`} id={refusal?.said.id ?? id}>
          <h2 className="h3">Is it over?</h2>
          <Problem message={refusal?.message} />
          <WordsField name="words" label="Why it is over" hint="Who said so, and when." rows={3} longest={2000} said={(name) => refusal?.said[name]} problem={(name) => refusal?.fields[name]} />
          <Reads><b>What is due then can go</b>, when two of you agree. This stays on record.</Reads>
          <div><Button>End the hold</Button></div>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
