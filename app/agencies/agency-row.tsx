import { Link } from '@remix-run/react'
import { Landmark } from 'lucide-react'
import type { Agency } from '#modules/agencies/agencies-of.server.ts'
import { agencyKindWords } from '#modules/agencies/kinds.ts'
import { Row } from '#app/ui/row.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import './agencies.css'

export type AgencyInRow = Omit<Agency, 'checkedAt'> & { checkedAt: Date | string }

/** An entry of the directory: whom, on which number, when, and when somebody last looked whether it is right. */
export const AgencyRow = ({ agency }: { agency: AgencyInRow }) => (
  <Row icon={Landmark} tone={agency.kind === 'emergency_duty' ? 'sun' : 'dusk'} title={agency.name}
    detail={<>
      <a className="agency-phone" href={`tel:${agency.phone.replace(/[^\d+]/g, '')}`}>{agency.phone}</a>
      <span className="agency-line">{agency.hours}</span>
      {agency.referAt && <span className="agency-line">Refer: {/^https:\/\//.test(agency.referAt) ? <a href={agency.referAt} rel="noreferrer">{agency.referAt.replace(/^https:\/\//, '')}</a> : agency.referAt}</span>}
      {agency.hints && <span className="agency-line">{agency.hints}</span>}
      <span className="agency-line">Looked at <When at={agency.checkedAt} within />{agency.mayKeep && <> · <Link className="agency-change" to={`/concerns/agencies/${agency.id}`}>Change<span className="visually-hidden">: {agency.name}</span></Link></>}</span>
    </>}
    tag={<><Tag tone="plain">{agencyKindWords(agency.kind)}</Tag>{agency.isToCheck && <Tag tone="sun">look whether it is right</Tag>}</>} />
)
