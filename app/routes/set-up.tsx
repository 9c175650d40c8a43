import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { isSetUpLink } from '#modules/organisations/set-up-link.server.ts'
import { isSetUp } from '#modules/organisations/is-set-up.server.ts'
import { setUpFirstOrganisation, type FirstOrganisation } from '#modules/organisations/set-up-first-organisation.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Set up Belay' }]

const refuseStrangers = async (key: string) => {
  if (!isSetUpLink(key) || (await isSetUp())) throw data({ message: 'This link does not work, or Belay has been set up already.' }, { status: 404 })
}

export async function loader({ request }: LoaderFunctionArgs) {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  await refuseStrangers(key)
  return { key }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { key, name, kind, fullName } = fields(form)
  await refuseStrangers(key ?? '')
  const outcome = await asForm(form, () => setUpFirstOrganisation({ name: name ?? '', kind: kind as z.input<typeof FirstOrganisation>['kind'], fullName: fullName ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/invitation/${outcome.done.token}`)
}

export default function SetUpPage() {
  const { key } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell>
      <PageTitle kicker="A new Belay">Who is it for?</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <input type="hidden" name="key" value={key} />
          <Field label="Name of the organisation" problem={refusal?.fields.name}><input name="name" required minLength={2} maxLength={120} defaultValue={refusal?.said.name} /></Field>
          <ChoiceGroup legend="What it is" name="kind" type="radio" required problem={refusal?.fields.kind} defaultValue={refusal?.said.kind ?? 'delivery_site'} options={[
            { value: 'delivery_site', label: 'Delivery site', hint: 'It supports several schools and clubs. You become its programme lead.' },
            { value: 'school', label: 'School', hint: 'On its own. You become its head.' }, { value: 'youth_club', label: 'Youth club' }, { value: 'college', label: 'College' }, { value: 'community_group', label: 'Community group' },
          ]} />
          <Field label="Your full name" problem={refusal?.fields.fullName}><input name="fullName" required minLength={2} maxLength={120} autoComplete="name" defaultValue={refusal?.said.fullName} /></Field>
          <Button type="submit">Go on to your sign-in</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
