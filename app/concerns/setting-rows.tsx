import { CalendarCheck2, Clock3, MessageSquareShare, Timer } from 'lucide-react'
import { LinkRow } from '#app/ui/link-row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

type Props = { place: { organisationId: string; organisationName: string; isLead: boolean }; isNamed: boolean }

/** What those who answer for a setting keep in order, so that a concern reaches somebody. */
export function SettingRows({ place: { organisationId, organisationName, isLead }, isNamed }: Props) {
  const base = `/organisations/${organisationId}`
  return (
    <Sheet aria-label={`So that a concern reaches somebody at ${organisationName}`}>
      {isNamed && <h2 className="h3">{organisationName}</h2>}
      <Rows>
        <LinkRow icon={CalendarCheck2} title="Duty and cover" detail="Who is on duty when, who is away, and who covers" to={`${base}/rota`} />
        <LinkRow icon={Clock3} title="When somebody is there" detail="Staffed hours, closed days, bank holidays" to={`${base}/calendar`} />
        {isLead && <LinkRow icon={Timer} title="How long a concern may wait" detail="Until it climbs to the next adults" to={`${base}/clocks`} />}
        {isLead && <LinkRow icon={MessageSquareShare} title="Text messages" detail="A gateway that is called when somebody is told" to={`${base}/webhook`} />}
      </Rows>
    </Sheet>
  )
}
