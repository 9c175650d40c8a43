import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { verifyBadge } from '#modules/awards/verify-badge.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { BadgeFacts } from '#app/awards/badge-facts.tsx'
import { NameNote } from '#app/awards/name-note.tsx'
import { PaperForm } from '#app/awards/paper-form.tsx'
import { StandingNote } from '#app/awards/standing-note.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/awards/awards.css'

export const meta: MetaFunction = () => [{ title: 'Check a badge · Belay' }]

export const loader = (_: LoaderFunctionArgs) => null

/** Anybody checks a badge: pasted, or a picture with one baked in. Nothing of it is kept. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { badge = '', owner = '' } = fields(form)
  const picture = form.get('picture')
  const outcome = await asForm(form, async () => {
    const given = picture instanceof File && picture.size > 0 ? new Uint8Array(await picture.arrayBuffer()) : Buffer.from(badge)
    return { checked: await verifyBadge({ given, name: owner }, context), said: { badge: badge.slice(0, 20_000), owner } }
  })
  return 'refused' in outcome ? outcome.refused : outcome.done
}

export default function VerifyPage() {
  const answer = useActionData<typeof action>()
  const checked = answer && 'checked' in answer ? answer.checked : null
  return (
    <Shell>
      <PageTitle kicker="For anybody who was sent one">Check a badge</PageTitle>
      {checked && (
        <Sheet aria-label="What we found">
          <StandingNote standing={checked.standing} answer={answer} />
          {checked.badge && <><h2>{checked.badge.title}</h2><BadgeFacts {...checked.badge} /></>}
          <NameNote isTheName={checked.isTheName} />
        </Sheet>
      )}
      <Sheet aria-labelledby="one-you-have">
        <h2 id="one-you-have">A badge you were sent</h2>
        <Problem message={answer && 'message' in answer ? answer.message : undefined} />
        <Form method="post" encType="multipart/form-data" className="check-form">
          <Field label="Choose the picture" hint="The PNG or SVG as it was sent to you, not a photo of it."><input type="file" name="picture" accept=".png,.svg,image/png,image/svg+xml" /></Field>
          <Field label="Or paste the badge, or its address"><textarea name="badge" rows={5} spellCheck={false} autoComplete="off" defaultValue={answer?.said.badge} /></Field>
          <Field label="Whose should it be? (if you want to know)" hint="Their full name. The badge holds no name; Belay says whether it was made for this one."><input name="owner" maxLength={120} autoComplete="off" defaultValue={answer?.said.owner} /></Field>
          <Button type="submit">Check it</Button>
        </Form>
        <p className="small soft">Belay keeps nothing of what you check.</p>
      </Sheet>
      <PaperForm />
    </Shell>
  )
}
