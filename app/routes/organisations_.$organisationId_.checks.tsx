import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { registerOf } from '#modules/vetting/register-of.server.ts'
import { sayDate } from '#modules/vetting/standing.ts'
import { PrintButton } from '#app/governance/print-button.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { NeedsDoing } from '#app/vetting/needs-doing.tsx'
import { RegisterTable } from '#app/vetting/register-table.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Checks on adults · ${data?.place.name ?? 'A setting'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const asked = new URL(request.url).searchParams
  const after = z.object({ fullName: z.string(), id: z.uuid() }).safeParse({ fullName: asked.get('after'), id: asked.get('id') }).data
  return { ...(await asPage(registerOf(viewer, { organisationId: params.organisationId ?? '', after }))), isFirst: !after }
}

export default function ChecksPage() {
  const { place, today, inForce, toCome, people, next, isFirst, can } = useLoaderData<typeof loader>()
  const here = `/organisations/${place.id}/checks`
  const to = (personId: string) => `${here}/${personId}`
  const isAsked = inForce !== null && inForce.needs.length > 0
  return (
    <Shell wide back={{ to: `/organisations/${place.id}`, label: place.name }}>
      <PageTitle kicker={`${place.name} · ${sayDate(today)}`}>Checks on adults</PageTitle>
      {!isAsked && <Note tone="sun"><b>No check is asked for here yet.</b> What stands on the register stops nobody. {can.setRule ? <>Say <Link to={`${here}/asked`}>which checks each role needs</Link>, and from which day.</> : 'The safeguarding lead, a deputy or the head says which checks each role needs, and from which day.'}</Note>}
      {toCome && <Note>From {sayDate(toCome.fromOn)} other checks are asked for: {toCome.setByName} set that. <Link to={`${here}/asked`}>Which</Link></Note>}
      {isAsked && <p>Who lacks a check that their role needs takes no place with young people: in a supervision room, on duty, in front of a course. <Link to={`${here}/asked`}>What each role needs</Link>, since {sayDate(inForce.fromOn)}.</p>}
      <NeedsDoing people={people} to={to} />
      <RegisterTable caption={`Checks on the adults of ${place.name}`} people={people} to={to} />
      <Bar>
        {!isFirst && <ButtonLink kind="plain" to={here}>From the start</ButtonLink>}
        {next && <ButtonLink kind="plain" to={`${here}?${new URLSearchParams({ after: next.fullName, id: next.id }).toString()}`}>More people</ButtonLink>}
        <PrintButton />
        <a className="button" data-kind="plain" href={`${here}/file`} download>Take it away as a table</a>
      </Bar>
      <Reads><b>The coordinator, the safeguarding lead and deputies, and the head</b> read this register. Each adult sees their own part of it, under their account.</Reads>
    </Shell>
  )
}
