import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { today } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { keepLonger } from '#modules/keeping/keep-longer.server.ts'
import { findTimeCome } from '#modules/keeping/kept-longer.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { DayField } from '#app/cases/day-field.tsx'
import { WordsField } from '#app/cases/words-field.tsx'
import { SaidLonger } from '#app/keeping/kept-longer-sheet.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Keep it longer · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => ({ id: newId(), today: today(), come: await findTimeCome(viewer, z.uuid().parse(params.concernId)) }))())
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const { id = '', until = '', words = '' } = fields(form)
  const outcome = await asForm(form, () => keepLonger(viewer, { id, concernId: params.concernId!, until, words }))
  return 'refused' in outcome ? outcome.refused : redirect('/keeping')
}

export default function KeepLonger() {
  const { id, today, come } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const [said, problem] = [(name: string) => refusal?.said[name], (name: string) => refusal?.fields[name]]
  return (
    <Shell back={{ to: '/keeping', label: 'What is kept' }}>
      <PageTitle kicker={<>A concern from {come.raisedByName ?? 'a mentee'}, raised <When at={come.raisedAt} day within /></>}>{come.kept ? 'Until another day' : 'Keep it longer'}</PageTitle>
      {come.kept && <Sheet tone="dusk" aria-label="Until when it is kept now"><p><b>It is kept until <When at={come.kept.until} day within />.</b></p><p className="soft"><SaidLonger kept={come.kept} /></p></Sheet>}
      <Sheet as="div">
        <DraftForm className="stack" about={`keep-longer/${come.concernId}`} id={said('id') ?? id}>
          <Problem message={refusal?.message} />
          <DayField name="until" label="Until which day?" hint={come.kept ? 'Later or sooner, within ten years. Then it is due again.' : 'Within ten years. Then it is due again.'} today={today} said={said('until')} problem={problem('until')} />
          <WordsField name="words" label={come.kept ? 'Why until then?' : 'Why is it still needed?'} rows={3} longest={2000} said={said} problem={problem} />
          <Reads><b>Leads and deputies of the setting</b> can read this. It cannot be changed afterwards.</Reads>
          <div><Button>Keep it until then</Button></div>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
