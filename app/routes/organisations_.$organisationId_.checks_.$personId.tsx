import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { UserRoundCheck } from 'lucide-react'
import { roleNames } from '#modules/organisations/role-names.ts'
import { findVetted } from '#modules/vetting/find-vetted.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { HowItStands } from '#app/vetting/how-it-stands.tsx'
import { needsDoing } from '#app/vetting/standings.ts'
import { WrittenSheet } from '#app/vetting/written-sheet.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Checks · ${data?.person.fullName ?? 'An adult'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return { ...(await asPage(findVetted(viewer, { organisationId: params.organisationId ?? '', personId: params.personId ?? '' }))), isMe: params.personId === viewer.id }
}

export default function VettedPage() {
  const { place, person, today, written, can, isMe } = useLoaderData<typeof loader>()
  const here = `/organisations/${place.id}/checks`
  const waiting = person.roles.filter(({ isWaiting }) => isWaiting)
  const isShort = person.cells.some((cell) => needsDoing(cell) && cell.standing !== 'soon')
  return (
    <Shell back={{ to: here, label: 'Checks on adults' }} aside={<WrittenSheet written={written} canStrike={can.write} />}>
      <PageTitle kicker={`${place.name} · ${person.roles.map(({ role }) => roleNames[role]).join(', ')}`}>{person.fullName}</PageTitle>
      {isMe && <Note>This is you. A colleague who keeps the register writes down what they have seen: nobody checks themself.</Note>}
      {waiting.length > 0 && (
        <Sheet tone="sunk"><Rows label="Roles that wait">{waiting.map(({ membershipId, role }) => (
          <Row key={membershipId} icon={UserRoundCheck} tone="sun" title={roleNames[role]} tag={<Tag tone="sun">Waits</Tag>} detail={isShort ? 'It begins once every check below that is asked for is there.' : can.begin.includes(membershipId) ? 'Everything is there.' : 'Everything is there. Whoever gives roles here lets it begin.'}
            action={!isShort && can.begin.includes(membershipId) && <Form method="post" action={`/people/${person.personId}/roles/${membershipId}/beginning`}><Button type="submit">Let it begin</Button></Form>} />
        ))}</Rows></Sheet>
      )}
      <Sheet aria-labelledby="stands"><h2 id="stands" className="h3">How each check stands</h2>
        <HowItStands checks={person.cells} today={today} label="Checks" {...(can.write && { to: (kind: string) => `${here}/${person.personId}/${kind}` })} />
      </Sheet>
      <Reads><b>{isMe ? 'You' : person.fullName}, the coordinator, the safeguarding lead and deputies, and the head</b> can read this. That you opened it is on record.</Reads>
    </Shell>
  )
}
