import { BadgeCheck, CircleDashed, FileWarning } from 'lucide-react'
import { checkOf } from '#modules/vetting/checks.ts'
import type { Cell } from '#modules/vetting/register-of.server.ts'
import type { Standing } from '#modules/vetting/standing.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { sayUntil, standings } from './standings.ts'

type Shown = Pick<Cell, 'kind' | 'standing' | 'goodUntil'> & { isNeeded?: boolean }
type Props = { checks: readonly Shown[]; today: string; label: string; /** Where one is written down; without it there is nothing to press. */ to?: (kind: string) => string }

const icons: Record<Standing, typeof BadgeCheck> = { good: BadgeCheck, soon: FileWarning, out: FileWarning, none: CircleDashed, 'not-needed': BadgeCheck }

/** An adult's checks, one a line: how each stands, in words. */
export const HowItStands = ({ checks, today, label, to }: Props) => (
  <Rows label={label}>{checks.map((cell) => {
    const { name } = checkOf(cell.kind)
    const isExtra = cell.isNeeded === false
    const { says, tone } = standings[cell.standing]
    return (
      <Row key={cell.kind} icon={icons[cell.standing]} tone={isExtra && cell.standing === 'none' ? 'plain' : tone} title={name}
        tag={isExtra && cell.standing === 'none' ? <Tag>Not asked for</Tag> : <Tag tone={tone}>{says}</Tag>} detail={isExtra && cell.standing === 'none' ? undefined : cell.standing === 'not-needed' || cell.standing === 'none' ? undefined : sayUntil(cell, today)}
        action={to && <ButtonLink kind="plain" to={to(cell.kind)} aria-label={`Write down: ${name}`}>Write down</ButtonLink>} />
    )
  })}</Rows>
)
