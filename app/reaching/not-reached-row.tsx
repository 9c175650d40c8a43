import { MailX, Unplug } from 'lucide-react'
import type { NotReached } from '#modules/reaching/not-reached.server.ts'
import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'

/** On a lead's Today: what nothing has gone through to since it was given up. */
export const NotReachedRow = ({ given: { organisationId, organisationName, way, personName, concernId, isAboutAdult, since } }: { given: Omit<NotReached, 'since'> & { since: Date | string } }) => way === 'webhook'
  ? <Row icon={Unplug} tone="sun" title={`${organisationName}’s webhook does not answer`} detail={<>Given up <When at={since} within />. Letters and Belay itself told everybody.</>} to={`/organisations/${organisationId}/webhook`} />
  : <Row icon={MailX} tone="sun" title={`Letters to ${personName ?? 'somebody'} do not go through`} detail={<>{organisationName}. Given up <When at={since} within />. It was on their list in Belay.</>} to={isAboutAdult ? `/concerns/adults/${concernId}` : `/concerns/${concernId}`} />
