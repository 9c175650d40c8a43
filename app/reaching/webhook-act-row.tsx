import { Form } from '@remix-run/react'
import { Eye } from 'lucide-react'
import type { WebhookActToSee } from '#modules/reaching/webhook-acts.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'

const said = {
  set: ['said where to send text messages for', 'It is called from then on when somebody is told of a concern.'],
  ended: ['ended the text messages of', 'Nobody is called there any more. Letters and open pages work as before.'],
  renewed: ['made a new secret for the text messages of', 'The gateway has to be given it within a day.'],
} as const

/** On Today of the others: what one person did to a webhook, until one of them has seen it. */
export function WebhookActRow({ act: { actId, what, organisationId, organisationName, byName, at, mayOpen } }: { act: Omit<WebhookActToSee, 'at'> & { at: Date | string } }) {
  const [did, so] = said[what]
  const title = `${byName ?? 'Somebody who has left'} ${did} ${organisationName}`
  const here = `/organisations/${organisationId}/webhook`
  return (
    <Row icon={Eye} tone="sun" title={title} detail={<><When at={at} />. {so}</>} to={mayOpen ? here : undefined}
      action={<Form method="post" action={`${here}/seen`}><input type="hidden" name="actId" value={actId} /><input type="hidden" name="what" value={what} /><Button kind="plain">I have seen it<span className="visually-hidden">: {title}</span></Button></Form>} />
  )
}
