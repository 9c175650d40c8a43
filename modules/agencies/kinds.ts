import type { AgencyKind } from '#prisma/generated/enums.ts'
import { days } from '../clock.ts'

/** What an agency outside is for, in the order in which a lead would look for it. */
export const agencyKinds: readonly { value: AgencyKind; label: string; hint: string }[] = [
  { value: 'front_door', label: 'Front door', hint: 'Children’s social care, often called MASH: a child may be at risk' },
  { value: 'emergency_duty', label: 'Emergency duty', hint: 'Social care in the evening, at weekends and on holidays' },
  { value: 'early_help', label: 'Early help or Family Help', hint: 'With the family’s agreement' },
  { value: 'lado', label: 'LADO', hint: 'About an adult who works with children' },
  { value: 'police', label: 'Police', hint: '101 when it can wait; 999 when it cannot' },
  { value: 'prevent', label: 'Prevent', hint: 'Somebody may be drawn into terrorism' },
  { value: 'health', label: 'Health', hint: 'A mental-health service, a school nurse' },
  { value: 'escalation', label: 'When nobody answers', hint: 'The local procedure when an agency is silent, or you disagree' },
  { value: 'other', label: 'Others', hint: 'A partner, a charity' },
]
export const agencyKindWords = (kind: AgencyKind): string => agencyKinds.find(({ value }) => value === kind)!.label

/** A number is looked at once a year. Source: standards §1.4. */
export const isToCheck = (checkedAt: Date, now: Date): boolean => now.getTime() - checkedAt.getTime() > days(365)
