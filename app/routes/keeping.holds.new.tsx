import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { newId } from '#modules/db/new-id.ts'
import { placeHold } from '#modules/keeping/place-hold.server.ts'
import { recordToHold, whomToHold } from '#modules/keeping/whom-to-hold.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Hold something · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    const { searchParams } = new URL(request.url)
    const [asked, kind] = [searchParams.get('concern') ?? searchParams.get('adult'), searchParams.has('concern') ? 'concern' as const : 'adult' as const]
    return asked ? { id: newId(), about: { ...(await recordToHold(viewer, kind, z.uuid().parse(asked))), kind, page: kind === 'adult' ? `/concerns/adults/${asked}` : `/concerns/${asked}` }, places: [] } : { id: newId(), about: null, places: await whomToHold(viewer) }
  })())
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id = '', held = '', words = '' } = fields(form)
  const [organisationId = '', on = ''] = held.split(' ')
  const outcome = await asForm(form, () => placeHold(viewer, { id, organisationId, on, words }))
  return 'refused' in outcome ? outcome.refused : redirect('/keeping')
}

export default function NewHold() {
  const { id, about, places } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const [said, problem] = [(name: string) => refusal?.said[name], (name: string) => refusal?.fields[name]]
  return (
    <Shell back={about ? { to: about.page, label: 'The concern' } : { to: '/keeping', label: 'What is kept' }}>
      <PageTitle kicker={about ? (about.kind === 'adult' ? <>A concern about an adult, handed on <When at={about.at} day within /></> : <>A concern from {about.byName ?? 'a mentee'}, raised <When at={about.at} day within /></>) : 'Nothing of it goes while it is held'}>{about ? 'Hold this concern' : 'Hold what is about somebody'}</PageTitle>
      <p>When the police, a court, an inquiry or an insurer asks for it, or may. It beats every rule, until one of you says that it is over.</p>
      <Sheet as="div">
        <DraftForm className="stack" about={`hold/${about?.on ?? 'somebody'}`} id={said('id') ?? id}>
          <Problem message={refusal?.message} />
          {about ? <input type="hidden" name="held" value={`${about.organisationId} ${about.on}`} /> : (
            <Field label="About whom?" hint="It covers the concerns they raised or that are kept from them, concerns about them as an adult, cases of malpractice about them, and what they threw away. Belay does not know whom a concern is about: hold those from their own pages." problem={problem('on') ?? problem('organisationId')}>
              <select name="held" required defaultValue={said('held') ?? ''}>
                <option value="">Choose</option>
                {places.map((place) => <optgroup key={place.organisationId} label={place.organisationName}>{place.people.map(({ on, name }) => <option key={on} value={`${place.organisationId} ${on}`}>{name}</option>)}</optgroup>)}
              </select>
            </Field>
          )}
          <WordsField name="words" label="Why?" hint="Who asked for it, when, and their reference." rows={3} longest={2000} said={said} problem={problem} />
          <Reads><b>{about?.kind === 'adult' ? 'Everybody who keeps this record' : 'Leads and deputies of the setting'}</b> can read this, never the person it is about.</Reads>
          <div><Button>Hold it</Button></div>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
