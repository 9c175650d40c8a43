import { Link } from '@remix-run/react'
import { Copy, Users } from 'lucide-react'
import type { OpenCase } from '#modules/cases/find-case.server.ts'
import { linkWords } from '#modules/cases/link-words.ts'
import { stateWords } from '#modules/safeguarding/steps.ts'
import { EndedLinks } from '#app/cases/ended-links.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

/** The other concerns that belong with this one, of those the viewer may open: that they are there, and never what they say. */
export function LinkedSheet({ now: { concernId, linked, mayLink, onceLinked } }: { now: OpenCase }) {
  if (linked.length === 0 && !mayLink) return null
  return (
    <section className="stack">
      <h2 className="h3">Concerns that belong with it</h2>
      <Sheet>
        {linked.length > 0
          ? <Rows label="Concerns that belong with it">{linked.map((one) => (
              <Row key={one.linkId ?? one.lineId} icon={one.linkId ? Users : Copy} tone="dusk" title={<Link to={`/concerns/${one.concernId}`}>A concern from {one.raisedByName ?? 'a mentee'}</Link>}
                detail={<>
                  {linkWords[one.how]}. Raised <When at={one.raisedAt} within />, {stateWords[one.state]}.
                  {one.words && <span className="said chronology-words">{one.words}</span>}
                  {one.linkId && <>{one.byName ?? 'Somebody'} linked them <When at={one.at} within />{mayLink && <> · <Link to={`/concerns/${concernId}/links/${one.linkId}`}>End the link</Link></>}</>}
                </>} />
            ))}</Rows>
          : <p>No other concern is linked to it.</p>}
        {onceLinked.length > 0 && <EndedLinks links={onceLinked} />}
        {mayLink && <Bar><ButtonLink to={`/concerns/${concernId}/link`} kind="plain">Link another concern</ButtonLink></Bar>}
        <p className="small soft">Only people who may open both concerns see that they are linked.</p>
      </Sheet>
    </section>
  )
}
