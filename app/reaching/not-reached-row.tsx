import { MailX, Unplug } from 'lucide-react'
import type { NotReached } from '#modules/reaching/not-reached.server.ts'
import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'

/** On Today of a lead, or of whoever keeps a record about an adult: what nothing has gone through to since it was given up. */
export const NotReachedRow = ({ given: { organisationId, organisationName, way, personName, concernId, isAboutAdult, since, mayKeepWebhook } }: { given: Omit<NotReached, 'since'> & { since: Date | string } }) => way === 'webhook'
  ? <Row icon={Unplug} tone="sun" title={`${organisationName}’s webhook does not answer`} detail={<>Given up <When at={since} within />. Letters and Belay itself told everybody.</>} to={mayKeepWebhook ? `/organisations/${organisationId}/webhook` : pageOf(isAboutAdult, concernId)} />
  : <Row icon={MailX} tone="sun" title={`Letters to ${personName ?? 'somebody'} do not go through`} detail={<>{organisationName}. Given up <When at={since} within />. It was on their list in Belay.</>} to={pageOf(isAboutAdult, concernId)} />

const pageOf = (isAboutAdult: boolean, id: string) => (isAboutAdult ? `/concerns/adults/${id}` : `/concerns/${id}`)
