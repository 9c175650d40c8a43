import { Check, Circle, Hourglass, RotateCw, type LucideIcon } from 'lucide-react'
import type { Standing as Stands } from '#modules/accreditation/states.ts'
import { Tag, type TagTone } from '#app/ui/tag.tsx'

export const standings: Record<Stands, { says: string; tone: TagTone; icon: LucideIcon }> = {
  met: { says: 'Met', tone: 'rope', icon: Check },
  waiting: { says: 'With the assessor', tone: 'dusk', icon: Hourglass },
  not_yet: { says: 'Not yet', tone: 'sun', icon: RotateCw },
  insufficient: { says: 'A bit more needed', tone: 'sun', icon: RotateCw },
  gap: { says: 'Nothing yet', tone: 'plain', icon: Circle },
}

/** How a criterion stands, in colour, sign and words. */
export const Standing = ({ of, many }: { of: Stands; many?: number }) => <Tag tone={standings[of].tone} icon={standings[of].icon}>{standings[of].says}{many !== undefined && `: ${many}`}</Tag>
