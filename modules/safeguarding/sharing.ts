import type { AgencyKind } from '#prisma/generated/enums.ts'

/** Who outside the case something was shared with. */
export const recipients = [
  { value: 'family', label: 'The family' },
  { value: 'staff', label: 'Staff here' },
  { value: 'social_care', label: 'Children’s social care' },
  { value: 'early_help', label: 'Early help or Family Help' },
  { value: 'police', label: 'The police' },
  { value: 'lado', label: 'The LADO' },
  { value: 'prevent', label: 'Prevent' },
  { value: 'health', label: 'Health or mental health' },
  { value: 'school', label: 'Another school or college' },
  { value: 'partner', label: 'The delivery site, or a partner' },
  { value: 'other', label: 'Somebody else' },
] as const
export type Recipient = typeof recipients[number]['value']

/** On what ground it was shared. Consent is not needed where a child may be at risk. Source: HMG Information sharing advice (April 2024); Children Act 2004 s.16LA (enacted 29 April 2026). */
export const bases = [
  { value: 'public_task', label: 'Public task', hint: 'Keeping children safe is part of what this setting is there for' },
  { value: 'vital_interests', label: 'Vital interests', hint: 'To protect somebody’s life' },
  { value: 'duty', label: 'Duty to share', hint: 'Children Act 2004 s.16LA, with a body it names. Check that it is in force' },
  { value: 'law', label: 'Duty in law', hint: 'The duty to report, or a court’s order' },
  { value: 'consent', label: 'Consent', hint: 'Whoever it is about said yes, and may say no again' },
  { value: 'other', label: 'Another ground', hint: 'Say which, under Why' },
] as const
export type Basis = typeof bases[number]['value']

/** Why something was not shared. */
export const whysNot = [
  { value: 'detriment', short: 'more harm than good', label: 'It would do the child more harm than good' },
  { value: 'not_needed', short: 'not needed', label: 'They do not need it for their part' },
  { value: 'not_yet', short: 'not now', label: 'Not now', hint: 'It would put somebody in danger, or spoil an inquiry' },
  { value: 'no_consent', short: 'they said no', label: 'Whoever it is about said no', hint: 'And no child is at risk without it' },
  { value: 'other', short: 'another reason', label: 'Another reason', hint: 'Say which, under Why not' },
] as const
export type WhyNot = typeof whysNot[number]['value']

const received: Partial<Record<AgencyKind, Recipient>> = { front_door: 'social_care', emergency_duty: 'social_care', early_help: 'early_help', lado: 'lado', police: 'police', prevent: 'prevent', health: 'health' }
/** Who a referral to an agency shares with. */
export const recipientOf = (kind: AgencyKind): Recipient => received[kind] ?? 'other'
