import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Webhook } from 'lucide-react'
import { newId } from '#modules/db/new-id.ts'
import { roleNames } from '#modules/organisations/role-names.ts'
import { findWebhook } from '#modules/reaching/find-webhook.server.ts'
import { setWebhook } from '#modules/reaching/set-webhook.server.ts'
import { reachable } from '#modules/reaching/whose-phones.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { AttemptsSheet } from '#app/reaching/attempts-sheet.tsx'
import { TheSecret } from '#app/reaching/the-secret.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import '#app/reaching/reaching.css'

export const meta: MetaFunction = () => [{ title: 'Text messages · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  return { page: await asPage(findWebhook(viewer, params.organisationId ?? '')), ids: { webhook: newId(), trial: newId() }, isTried: new URL(request.url).searchParams.has('tried') }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const { id = '', address = '' } = fields(form)
  const chosen = form.getAll('reaches')
  const outcome = await asForm(form, () => setWebhook(viewer, { id, address, organisationId: params.organisationId ?? '', reaches: reachable.filter((role) => chosen.includes(role)) }))
  return 'refused' in outcome ? outcome.refused : data({ secret: outcome.done.secret })
}

export default function WebhookPage() {
  const { page, ids, isTried } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer && 'fields' in answer ? answer : undefined
  useNews()
  const base = `/organisations/${page.organisationId}`
  const here = `${base}/webhook`
  return (
    <Shell back={{ to: base, label: page.organisationName }}>
      <PageTitle kicker={page.organisationName}>Text messages</PageTitle>
      <p>Belay can call a gateway that sends text messages, or rings a phone, whenever somebody of {page.organisationName} is told of a concern. It says “Something in Belay needs you”, how near it is and on which rung, and never who or what it is about. Letters and open pages work as before, with it or without.</p>
      {isTried && !answer && <Note tone="dusk">A trial is on its way. What came of it stands below within seconds.</Note>}
      {answer && 'secret' in answer && <TheSecret secret={answer.secret} back={here} />}
      {page.webhook ? (
        <Sheet aria-labelledby="where-it-calls">
          <h2 id="where-it-calls">Where it calls</h2>
          <Rows>
            <Row icon={Webhook} title={page.keepsIt ? <span className="address">{page.webhook.address ?? 'It cannot be read any more'}</span> : 'There is one'} detail={<>Set by {page.webhook.byName ?? 'somebody who has left'} <When at={page.webhook.at} within />. {page.webhook.secretAt && <>The secret is of <When at={page.webhook.secretAt} within />.</>}</>} />
            <Row title="Whose phones ring" detail={`${page.webhook.reaches.map((role) => roleNames[role]).join(', ')}. What is kept from one of them, or from anybody who keeps this address, is not sent here.`} />
          </Rows>
          <Bar>
            <Form method="post" action={`${here}/trial`}><input type="hidden" name="id" value={ids.trial} /><Button kind="plain">Send a trial</Button></Form>
            {page.keepsIt && <ButtonLink kind="plain" to={`${here}/secret`}>Make a new secret</ButtonLink>}
            {page.keepsIt && <Form method="post" action={`${here}/end`}><input type="hidden" name="webhookId" value={page.webhook.id} /><Button kind="plain">End it</Button></Form>}
          </Bar>
          {!page.keepsIt && <p className="small soft">Where it calls is for the safeguarding lead and deputies to say: whoever has the address hears of every concern.</p>}
        </Sheet>
      ) : !page.keepsIt ? (
        <Sheet><Empty title="There is none yet">The safeguarding lead or a deputy can say where to call. Once they have, you can send a trial from here.</Empty></Sheet>
      ) : !(answer && 'secret' in answer) && (
        <Sheet aria-labelledby="set-it">
          <h2 id="set-it">Say where to call</h2>
          <Form method="post" className="stack">
            <Problem message={refusal?.message} />
            <input type="hidden" name="id" value={refusal?.said.id ?? ids.webhook} />
            <Field label="Address" hint="As the gateway gives it. It begins with https://." problem={refusal?.fields.address}><input type="url" name="address" required maxLength={500} inputMode="url" autoComplete="off" defaultValue={refusal?.said.address} /></Field>
            <ChoiceGroup legend="Whose phones ring there?" name="reaches" type="checkbox" hint="A concern that is kept from one of them, or from anybody who keeps this address, is not sent: they must not hear that there is one." problem={refusal?.fields.reaches} defaultValue={['safeguarding_lead', 'deputy_lead']}
              options={reachable.filter((role) => (page.isSite ? role === 'programme_lead' : role !== 'programme_lead')).map((role) => ({ value: role, label: roleNames[role] }))} />
            <div><Button>Keep it and make the secret</Button></div>
          </Form>
        </Sheet>
      )}
      {!(answer && 'secret' in answer) && <AttemptsSheet attempts={page.attempts} readsConcerns={page.readsConcerns} />}
      <p className="small soft">What is not taken is tried again for some two hours; then it is given up, which stands on Today of the lead and deputies. Messages are signed by the Standard Webhooks scheme.</p>
    </Shell>
  )
}
