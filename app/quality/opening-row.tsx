import { ButtonLink } from '#app/ui/button-link.tsx'
import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'
import './quality.css'

type Opening = { id: string; name: string; opensAt: Date; closesAt: Date; state: 'open' | 'ahead' | 'over' | 'ended'; looks: { id: string; lookedAt: Date; place: number | null }[]; allLooks: number }
const says = { open: 'Open now', ahead: 'Not yet', over: 'Over', ended: 'Ended' } as const

/** To whom a sample was opened, for how long, and what they looked at. */
export const OpeningRow = ({ opening }: { opening: Opening }) => (
  <Row title={opening.name} tone={opening.state === 'open' ? 'rope' : 'plain'} tag={says[opening.state]}
    action={opening.state === 'open' || opening.state === 'ahead' ? <ButtonLink kind="plain" to={`/quality/openings/${opening.id}/end`}>End it</ButtonLink> : undefined}
    detail={<>From <When at={opening.opensAt} within /> until <When at={opening.closesAt} within />.
      {opening.looks.length === 0 ? ' Not looked at yet.' : <details><summary>{opening.allLooks === 1 ? 'One look' : `${opening.allLooks} looks`}</summary><ul className="why">{opening.looks.map((look) => <li key={look.id}>{look.place ? `What was drawn as number ${look.place}` : 'The list'}, <When at={look.lookedAt} within /></li>)}</ul></details>}</>} />
)
