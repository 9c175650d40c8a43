import { Form } from '@remix-run/react'
import type { HelpInPlace } from '#modules/identity/help-for.server.ts'
import type { Jsonified } from '#app/http/jsonified.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Props = { person: { id: string; name: string }; place: Jsonified<HelpInPlace>; helpId: string }

/** What this adult can do now for somebody who has lost every way in: begin, give the second half, take it back; or why none of these. */
export function HelpHere({ person, place, helpId }: Props) {
  const { open } = place
  if (open) return (
    <Sheet>
      <h2>{open.isWhole ? `${person.name} can come back in now` : `${open.isMine ? 'You have' : `${open.by[0] ?? 'A colleague'} has`} given the first half`}</h2>
      <p>{open.by.join(' and ')} began <When at={open.givenAt} within />. The code works until <When at={open.expiresAt} within />.{!open.isWhole && !open.canJoin && ` A second adult of ${place.where} gives the other half from this page, signed in as themself.`}</p>
      {open.canJoin && <p>Give the second half only if {person.name} is with you, or you know their voice, and it is really them who asks.</p>}
      <Bar>
        {open.canJoin && <ButtonLink to={`/people/${person.id}/help-back-in/${open.id}`}>Give the second half</ButtonLink>}
        {open.canTakeBack && <Form method="post" action={`/people/${person.id}/help-back-in/${open.id}/taking-back`}><Button type="submit" kind="plain">Take it back</Button></Form>}
      </Bar>
    </Sheet>
  )
  if (!place.canBegin) return (
    <Sheet tone="sunk">
      <h2>{place.where}</h2>
      <p>{place.whyNobody ?? (place.needsTwo ? 'A youth worker or a coordinator begins. You can give the second half once they have.' : 'A coordinator can let them back in.')}</p>
    </Sheet>
  )
  return (
    <Sheet>
      <h2>They have lost every way in?</h2>
      <p>{place.needsTwo
        ? `Two adults of ${place.where} do this together, because a young person’s journal is theirs alone. You get the first half of a code, a second adult gets the other half, and ${person.name} types both and chooses a new password.`
        : `You get a code, and ${person.name} types it, chooses a new password and sets up a new second factor. The safeguarding lead is told.`}</p>
      <p>Wherever {person.name} is still signed in, they are signed out. Do it only if {person.name} is with you, or you know their voice.</p>
      <Reads>{person.name} sees on their next page who helped them.</Reads>
      <Form method="post">
        <input type="hidden" name="helpId" value={helpId} />
        <input type="hidden" name="organisationId" value={place.organisationId} />
        <Button type="submit">{place.needsTwo ? 'Give the first half' : 'Give the code'}</Button>
      </Form>
    </Sheet>
  )
}
