import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { confirmReceipt, findReceiptAsked } from '#modules/cases/confirm-receipt.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { receiptCodeOf } from '#app/http/receipt.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Say that you have it · Belay' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = await asPage(findReceiptAsked((await receiptCodeOf(request)) ?? ''))
  return { asked, id: newId(), isDone: new URL(request.url).searchParams.has('done') && !asked.isAwaited }
}

/** Somebody of another setting, whom nobody here knows, says that a case has reached them. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { id, who, role } = fields(form)
  const token = (await receiptCodeOf(request)) ?? ''
  const outcome = await asForm(form, () => confirmReceipt({ id: id ?? '', token, who: who ?? '', role: role ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect('/receipt?done')
}

export default function Receipt() {
  const { asked: { settingName, sentAt, isAwaited }, id, isDone } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const title = isDone ? 'Thank you' : isAwaited ? 'Do you have it?' : 'Nobody waits for an answer'
  return (
    <Shell>
      <PageTitle kicker={<>{settingName}, <When at={sentAt} within /></>}>{title}</PageTitle>
      {isDone ? <p>{settingName} sees that you have it, and who you are. You can close this page.</p>
        : !isAwaited && !refusal ? <p>Somebody has said so already, {settingName} made a newer file, or has taken it back. Ring them if you are not sure.</p>
        : (
          <>
            <p>{settingName} sent a safeguarding file. If you opened it and are the safeguarding lead it was meant for, say so here.</p>
            <Sheet as="div">
              <Form method="post" className="stack">
                <input type="hidden" name="id" value={refusal?.said.id ?? id} />
                <Problem message={refusal?.message} />
                <Field label="Your name" problem={refusal?.fields.who}><input name="who" autoComplete="name" required minLength={2} maxLength={120} defaultValue={refusal?.said.who} /></Field>
                <Field label="What you are there" hint="Designated safeguarding lead, for instance" problem={refusal?.fields.role}><input name="role" autoComplete="organization-title" required minLength={2} maxLength={120} defaultValue={refusal?.said.role} /></Field>
                <Reads><b>The safeguarding leads of {settingName}</b>, and whoever else can open that case there, read this. It is kept with the case.</Reads>
                <div><Button>I have it</Button></div>
              </Form>
            </Sheet>
          </>
        )}
    </Shell>
  )
}
