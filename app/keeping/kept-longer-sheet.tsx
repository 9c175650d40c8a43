import { CalendarClock } from 'lucide-react'
import { longerPageOf, SaySubject } from '#app/keeping/say-subject.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Kept = { until: Date | string; byName: string | null; at: Date | string; reason: string | null }
type Come = { subjectId: string; rule: string; organisationName: string; raisedAt: Date | string; raisedByName: string | null; kept: Kept | null }

/** Until when, who said so, and why. */
export const SaidLonger = ({ kept: { byName, at, reason } }: { kept: Kept }) => <>{reason && <span className="said">{reason}</span>} {byName ?? 'Somebody who has left'}, <When at={at} within />.</>

/** What somebody keeps longer than its rule says. */
export const KeptLongerSheet = ({ kept, isNamed }: { kept: readonly Come[]; isNamed: boolean }) => (
  <Sheet aria-labelledby="longer">
    <h2 id="longer" className="h3">Kept longer</h2>
    <Rows>{kept.map((one) => one.kept && (
      <Row key={one.subjectId} icon={CalendarClock} to={longerPageOf(one.rule, one.subjectId)} title={<>Until <When at={one.kept.until} day within />: <SaySubject one={one} /></>}
        detail={<>{isNamed && `${one.organisationName}. `}<SaidLonger kept={one.kept} /></>} />
    ))}</Rows>
    <p className="soft small">Then it is due again. Each of you can say another day, later or sooner: the newest counts.</p>
  </Sheet>
)
