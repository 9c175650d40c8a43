import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { foundSetting, type FoundSetting } from '#modules/organisations/found-setting.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Take a setting on · Belay' }]

const siteOf = (viewer: { memberships: readonly { organisationId: string; role: string }[] }) => viewer.memberships.find(({ role }) => role === 'programme_lead')?.organisationId

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  if (!siteOf(viewer)) throw data({ message: 'Taking a setting on is for a programme lead.' }, { status: 403 })
  return null
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { name, kind, phone } = fields(form)
  const outcome = await asForm(form, () => foundSetting(viewer, { siteId: siteOf(viewer) ?? '', name: name ?? '', kind: kind as z.input<typeof FoundSetting>['kind'], phone: phone || undefined }))
  return 'refused' in outcome ? outcome.refused : redirect(`/people/invitation?where=${outcome.done}`)
}

export default function NewSettingPage() {
  useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/organisations', label: 'Settings' }}>
      <PageTitle>Take a setting on</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <p>It begins with a key of its own, so that its records open for it alone. Next you invite its first coordinator and head.</p>
        <Form method="post" className="stack">
          <Field label="Name" problem={refusal?.fields.name}><input name="name" required minLength={2} maxLength={120} defaultValue={refusal?.said.name} /></Field>
          <ChoiceGroup legend="What it is" name="kind" type="radio" required problem={refusal?.fields.kind} defaultValue={refusal?.said.kind ?? 'school'} options={[{ value: 'school', label: 'School' }, { value: 'youth_club', label: 'Youth club' }, { value: 'college', label: 'College' }, { value: 'community_group', label: 'Community group' }]} />
          <Field label="The number to call" hint="It can be added later." problem={refusal?.fields.phone}><input type="tel" name="phone" maxLength={30} defaultValue={refusal?.said.phone} /></Field>
          <Button type="submit">Take it on</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
