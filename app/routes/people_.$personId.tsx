import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { BadgeCheck, GraduationCap, Hourglass, History, KeyRound } from 'lucide-react'
import type { Role } from '#prisma/generated/enums.ts'
import { trainingBefore } from '#modules/completion/training-before.server.ts'
import { beforeABadge } from '#modules/awards/before-a-badge.server.ts'
import { helpFor } from '#modules/identity/help-for.server.ts'
import { findPerson } from '#modules/organisations/find-person.server.ts'
import { giveRole } from '#modules/organisations/give-role.server.ts'
import { roleNames } from '#modules/organisations/role-names.ts'
import { BeforeABadge } from '#app/awards/before-a-badge.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { When } from '#app/ui/when.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Field } from '#app/ui/field.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.fullName ?? 'A person'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const personId = params.personId ?? ''
  return { person: await asPage(findPerson(viewer, { personId })), help: await asPage(helpFor(viewer, { personId })), badges: await asPage(beforeABadge(viewer, { personId })), isMentorHere: (await asPage(trainingBefore(viewer, { personId }))).length > 0 }
}

/** Gives them a further role. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { giving, endsOn } = fields(form)
  const [organisationId, role] = (giving ?? '').split(' ')
  const outcome = await asForm(form, () => giveRole(viewer, { organisationId: organisationId ?? '', role: role as Role, personId: params.personId ?? '', ...(endsOn ? { endsAt: `${endsOn}T23:59:59Z` } : {}) }))
  return 'refused' in outcome ? outcome.refused : redirect(`/people/${params.personId ?? ''}`)
}

export default function PersonPage() {
  const { person, help, badges, isMentorHere } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const current = person.roles.filter(({ isNow }) => isNow)
  const waiting = person.roles.filter(({ isWaiting }) => isWaiting)
  const past = person.roles.filter(({ isNow, isWaiting }) => !isNow && !isWaiting)
  return (
    <Shell back={{ to: '/people', label: 'People' }}>
      <PageTitle kicker={person.name === person.fullName ? undefined : `goes by ${person.name}`}>{person.fullName}</PageTitle>
      <Sheet>
        <h2>Now</h2>
        <Rows>
          {waiting.map((role) => (
            <Row key={role.id} icon={Hourglass} tone="sun" title={roleNames[role.role]} tag={<Tag tone="sun">Waits</Tag>} detail={<>{role.where} · <Link to={`/organisations/${role.organisationId}/checks/${person.id}`}>It begins once its checks are there</Link></>}
              action={role.canEnd && <ButtonLink kind="plain" to={`/people/${person.id}/roles/${role.id}/end`} aria-label={`End ${roleNames[role.role]} at ${role.where}`}>End</ButtonLink>} />
          ))}
          {current.length === 0 && <Row icon={History} title="No role now" detail="They cannot see anything of this organisation." />}
          {current.map((role) => (
            <Row key={role.id} icon={BadgeCheck} tone="rope" title={roleNames[role.role]} detail={<>{role.where} · since <When at={role.startsAt} day within />{role.endsAt && <> · until <When at={role.endsAt} day within /></>}</>}
              action={role.canEnd && <ButtonLink kind="plain" to={`/people/${person.id}/roles/${role.id}/end`} aria-label={`End ${roleNames[role.role]} at ${role.where}`}>End</ButtonLink>} />
          ))}
        </Rows>
      </Sheet>
      {person.giving.length > 0 && (
        <Sheet>
          <h2>Give a further role</h2>
          <Problem message={refusal?.message} />
          <Form method="post" className="stack">
            <Field label="What" problem={refusal?.fields.role ?? refusal?.fields.organisationId}>
              <select name="giving" required defaultValue={refusal?.said.giving ?? ''}>
                <option value="" disabled>Choose a role</option>
                {person.giving.map((place) => (
                  <optgroup key={place.organisationId} label={place.name}>{place.roles.map((role) => <option key={role} value={`${place.organisationId} ${role}`}>{roleNames[role]}</option>)}</optgroup>
                ))}
              </select>
            </Field>
            <Field label="Until" hint="Leave it empty if it has no set end." problem={refusal?.fields.endsAt}><input type="date" name="endsOn" defaultValue={refusal?.said.endsOn} /></Field>
            <Button type="submit">Give the role</Button>
          </Form>
        </Sheet>
      )}
      {isMentorHere && <Sheet><Rows><LinkRow icon={GraduationCap} title="Trained before Belay" to={`/people/${person.id}/trained-before`} detail="When they were trained on paper, before your setting came here." /></Rows></Sheet>}
      {badges.length > 0 && <BeforeABadge personId={person.id} name={person.name} places={badges} />}
      {help.length > 0 && (
        <Sheet>
          <Rows>
            <LinkRow icon={KeyRound} tone={help.some(({ open }) => open?.canJoin) ? 'sun' : 'plain'} title={`Help ${person.name} back in`} to={`/people/${person.id}/help-back-in`}
              detail={help.some(({ open }) => open?.canJoin) ? 'A colleague has begun and needs a second adult.' : 'When they have forgotten their password and lost every other way to sign in.'} />
          </Rows>
        </Sheet>
      )}
      {past.length > 0 && (
        <Sheet tone="sunk">
          <h2>Before</h2>
          <Rows>{past.map((role) => <Row key={role.id} icon={History} title={roleNames[role.role]} detail={<>{role.where} · from <When at={role.startsAt} day within />{role.endsAt && <> to <When at={role.endsAt} day within /></>}</>} />)}</Rows>
        </Sheet>
      )}
    </Shell>
  )
}
