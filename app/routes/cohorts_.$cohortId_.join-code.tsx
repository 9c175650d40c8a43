import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { KeyRound } from 'lucide-react'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { makeJoinCode } from '#modules/identity/make-join-code.server.ts'
import { openJoinCodes } from '#modules/identity/open-join-codes.server.ts'
import { settings } from '#modules/settings.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { HandedOver } from '#app/people/handed-over.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Join code · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, name, places, placedCount, can } = await asPage(findCohort(viewer, { cohortId: params.cohortId ?? '' }))
  if (!can.run) throw data({ message: 'That is for somebody else to do.' }, { status: 403 })
  return { id, name, free: Math.max(1, places - placedCount), open: await asPage(openJoinCodes(viewer, id)), joinCodeId: newId(), address: `${settings().baseUrl}/join` }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { joinCodeId, places } = fields(form)
  const { id, organisationId } = await asPage(findCohort(viewer, { cohortId: params.cohortId ?? '' }))
  const outcome = await asForm(form, () => makeJoinCode(viewer, { joinCodeId: joinCodeId ?? '', organisationId, cohortId: id, places }))
  return 'refused' in outcome ? outcome.refused : { code: outcome.done.code, expiresAt: outcome.done.expiresAt }
}

export default function JoinCodePage() {
  const { id, name, free, open, joinCodeId, address } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer && 'message' in answer ? answer : undefined
  return (
    <Shell back={{ to: `/cohorts/${id}`, label: name }}>
      <PageTitle kicker={name}>Join code</PageTitle>
      {answer && 'code' in answer ? (
        <Sheet tone="rope">
          <p>Read it out, or write it on the board. Pupils open <b>{address}</b> and type it. It works until <When at={answer.expiresAt} day within /> and is shown only now.</p>
          <HandedOver is="code" label="The join code" text={answer.code} />
        </Sheet>
      ) : (
        <Sheet>
          <Problem message={refusal?.message} />
          <p>With a code, pupils who have no email address make their own sign-in and land in this cohort. It works for a week.</p>
          <Form method="post" className="stack">
            <input type="hidden" name="joinCodeId" value={joinCodeId} />
            <Field label="How many may join with it" problem={refusal?.fields.places}><input type="number" name="places" required min={1} max={200} inputMode="numeric" defaultValue={refusal?.said.places ?? free} /></Field>
            <Button type="submit">Make a code</Button>
          </Form>
        </Sheet>
      )}
      {open.length > 0 && (
        <Sheet>
          <h2>Open codes</h2>
          <Rows>
            {open.map((code) => (
              <Row key={code.id} icon={KeyRound} title={<>Made <When at={code.madeAt} within /></>} detail={<>{code.places} may still join · until <When at={code.expiresAt} day within /></>}
                action={<Form method="post" action={`/cohorts/${id}/join-codes/${code.id}/closing`}><Button type="submit" kind="plain">Close</Button></Form>} />
            ))}
          </Rows>
        </Sheet>
      )}
    </Shell>
  )
}
