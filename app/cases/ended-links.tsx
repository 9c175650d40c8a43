import { Link } from '@remix-run/react'
import { Unlink } from 'lucide-react'
import type { OpenCase } from '#modules/cases/find-case.server.ts'
import { linkWords } from '#modules/cases/link-words.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { When } from '#app/ui/when.tsx'

/** What was linked to this concern once, and why it is not any more. */
export const EndedLinks = ({ links }: { links: OpenCase['onceLinked'] }) => (
  <details>
    <summary>{links.length === 1 ? 'One link was ended' : `${links.length} links were ended`}</summary>
    <Rows label="Links that were ended">{links.map((one) => (
      <Row key={one.linkId} icon={Unlink} title={<Link to={`/concerns/${one.concernId}`}>A concern from {one.raisedByName ?? 'a mentee'}</Link>}
        detail={<>
          {one.byName ?? 'Somebody'} linked them <When at={one.at} within />: {linkWords[one.how].toLowerCase()}.
          {one.words && <span className="said chronology-words">{one.words}</span>}
          {one.endedByName ?? 'Somebody'} ended it <When at={one.endedAt} within />:
          {one.endedWhy && <span className="said chronology-words">{one.endedWhy}</span>}
        </>} />
    ))}</Rows>
    <p className="small soft">Only people who keep both concerns see this.</p>
  </details>
)
