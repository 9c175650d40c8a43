import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { breakGlass, concernsBehindGlass } from '#modules/cases/break-glass.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { stateWords } from '#modules/safeguarding/steps.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Open a concern in need · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const concerns = await asPage(concernsBehindGlass(viewer))
  return { id: newId(), concerns, isNamed: new Set(concerns.map((one) => one.organisationName)).size > 1 }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const { id = '', concernId = '', words = '' } = fields(form)
  const outcome = await asForm(form, () => breakGlass(viewer, { id, concernId, words }))
  return 'refused' in outcome ? outcome.refused : redirect(`/concerns/${concernId}`)
}

export default function BehindGlass() {
  const { id, concerns, isNamed } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/concerns', label: 'Concerns' }}>
      <PageTitle kicker="Concerns that are not yours to read">Open one in need</PageTitle>
      <p>If nobody who looks after it can be asked, and it cannot wait. You read it for an hour. If a child is in danger now, call <a href="tel:999">999</a> first.</p>
      {concerns.length === 0 && !refusal
        ? <Empty title="There is nothing here to open">Open concerns that you were not told of would be here: since when, and who has them. What was told to you is among your <a href="/concerns">concerns</a>.</Empty>
        : (
          <Sheet as="div">
            <DraftForm className="stack" about="glass" id={refusal?.said.id ?? id}>
              <Problem message={refusal?.message} />
              <ChoiceGroup legend="Which one?" type="radio" name="concernId" required defaultValue={refusal?.said.concernId} problem={refusal?.fields.concernId}
                options={concerns.map((one) => ({ value: one.concernId, label: <>{isNamed && <>{one.organisationName}. </>}Raised <When at={one.raisedAt} within /></>, hint: !one.holderName ? 'Nobody has it yet' : one.state === 'received' ? `${one.holderName} has it` : `${one.holderName} looks after it: ${stateWords[one.state]}` }))} />
              <WordsField name="words" label="Why do you need to read it now?" hint="And why you cannot ask whoever has it. It cannot be changed afterwards." said={(name) => refusal?.said[name]} problem={(name) => refusal?.fields[name]} />
              <Reads><b>The safeguarding lead and deputies are told at once</b> that you opened it, and read why. It stays on record.</Reads>
              <div><Button kind="signal">Open it for an hour</Button></div>
            </DraftForm>
          </Sheet>
        )}
    </Shell>
  )
}
