import { Check, Circle, HelpCircle, Send, type LucideIcon } from 'lucide-react'
import type { ClaimStanding } from '#prisma/generated/enums.ts'
import { Tag, type TagTone } from '#app/ui/tag.tsx'

export const claimStandings: Record<ClaimStanding, { says: string; tone: TagTone; icon: LucideIcon }> = {
  draft: { says: 'Not sent yet', tone: 'plain', icon: Circle }, sent: { says: 'With the awarding body', tone: 'dusk', icon: Send },
  queried: { says: 'They asked something', tone: 'sun', icon: HelpCircle }, accepted: { says: 'Accepted', tone: 'rope', icon: Check },
}

/** How a claim stands, in colour, sign and words. */
export const ClaimStands = ({ standing }: { standing: ClaimStanding }) => <Tag tone={claimStandings[standing].tone} icon={claimStandings[standing].icon}>{claimStandings[standing].says}</Tag>

/** “12 learners: 3 with the awarding body, 9 accepted.” */
export function sayStandings({ learners, ...counts }: { learners: number } & Record<ClaimStanding, number>): string {
  const parts = (Object.keys(claimStandings) as ClaimStanding[]).filter((standing) => counts[standing] > 0).map((standing) => `${counts[standing]} ${claimStandings[standing].says.toLowerCase()}`)
  return learners === 0 ? 'Nobody is in it.' : `${learners === 1 ? '1 learner' : `${learners} learners`}: ${parts.join(', ')}.`
}
