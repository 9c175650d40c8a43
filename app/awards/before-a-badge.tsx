import { Award, Cake } from 'lucide-react'
import { LinkRow } from '#app/ui/link-row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Place = { organisationId: string; setting: string; isUnder: boolean; said: { at: Date | string; by: string } | null; awards: { id: string; title: string }[] }

/** What an adult can write down before a young person may show a badge: that they are 13 or older, or that a parent said yes. */
export const BeforeABadge = ({ personId, name, places }: { personId: string; name: string; places: Place[] }) => (
  <Sheet aria-labelledby="before-a-badge"><h2 id="before-a-badge">Before {name} shows a badge</h2>
    <Rows>{places.flatMap(({ organisationId, setting, isUnder, said, awards }) => [
      !isUnder && <LinkRow key={organisationId} icon={Cake} tone={said ? 'rope' : 'plain'} title="13 or older" to={`/people/${personId}/age`} detail={said ? <>{said.by === 'you' ? 'You' : said.by} said so for {setting}, <When at={said.at} day within />.</> : `Not known at ${setting}. If you know it, say it here.`} />,
      ...awards.map((award) => <LinkRow key={award.id} icon={Award} tone="sun" title={`A parent’s yes: ${award.title}`} to={`/awards/${award.id}/parents-yes`} detail={isUnder ? 'They are under 13, so a parent or carer says yes to you first.' : 'Asked for as long as nobody has said that they are 13 or older.'} />),
    ])}</Rows>
  </Sheet>
)
