import type { AgencyKind } from '#prisma/generated/enums.ts'

/** One part of a referral. `only`: to which agencies; nothing said: to all. */
export type ReferralPart = { name: string; label: string; hint?: string; isNeeded?: boolean; only?: readonly AgencyKind[] }

/** What a referral says, in its order. For Prevent: the content the national form asks for. Source: standards §1.4. */
export const referralParts: readonly ReferralPart[] = [
  { name: 'child', label: 'Who it is about', hint: 'Whole name, date of birth, address, who lives with them, what they like to be called', isNeeded: true },
  { name: 'adult', label: 'The adult', hint: 'Whole name, date of birth, what they do, with which children, since when; where else they work with children', isNeeded: true, only: ['lado'] },
  { name: 'said', label: 'What was said, word for word', isNeeded: true },
  { name: 'seen', label: 'What was seen and heard', hint: 'Facts: by whom, when, where' },
  { name: 'risks', label: 'What makes it worse' },
  { name: 'strengths', label: 'What keeps them safer' },
  { name: 'interest', label: 'Interest in extremism or mass violence', only: ['prevent'] },
  { name: 'online', label: 'What they do online that is worrying', only: ['prevent'] },
  { name: 'contacts', label: 'Whom they are in contact with', only: ['prevent'] },
  { name: 'threats', label: 'Threats, and to whom', only: ['prevent'] },
  { name: 'needs', label: 'Special educational needs or a disability', only: ['prevent', 'front_door', 'emergency_duty', 'early_help', 'health'] },
  { name: 'others', label: 'Other worries about their safety', only: ['prevent'] },
  { name: 'talks', label: 'Who has spoken with them, and how it went', only: ['prevent'] },
  { name: 'wishes', label: 'What the young person wants' },
  { name: 'done', label: 'What has been done so far', isNeeded: true },
  { name: 'family', label: 'What the family knows and agrees to', hint: 'If they were not told: why not', isNeeded: true },
  { name: 'unmet', label: 'What may happen if nothing is done' },
  { name: 'ask', label: 'What you ask for', isNeeded: true },
  { name: 'referrer', label: 'Who refers', hint: 'Name, role, where, a number to ring back on', isNeeded: true },
  { name: 'how', label: 'How it goes there', hint: 'Rung at which time, spoke with whom, then in writing: how it was kept safe on the way', isNeeded: true },
]

export const referralPartsFor = (kind: AgencyKind): readonly ReferralPart[] => referralParts.filter(({ only }) => !only || only.includes(kind))

/** Any one of them is enough for the LADO. Source: Working Together; KCSIE part four. */
export const harms = [
  { value: 'harmed', label: 'They harmed a child, or may have' },
  { value: 'crime', label: 'They may have committed a crime against a child, or to do with one' },
  { value: 'risk', label: 'How they behaved towards a child says that they may be a risk to children' },
  { value: 'unsuitable', label: 'How they behaved, here or elsewhere, says that they may not be suitable to work with children' },
] as const
export type Harm = typeof harms[number]['value']

/** What an agency answered. `isEnd`: nobody waits for it any more. */
export const answers = [
  { value: 'accepted', label: 'They act on it', isEnd: true },
  { value: 'looking', label: 'They have it, and say later what they do', isEnd: false },
  { value: 'more_wanted', label: 'They want to know more first', isEnd: false },
  { value: 'no_action', label: 'They do nothing more', isEnd: true },
  { value: 'withdrawn', label: 'We do not wait for it any longer', isEnd: true },
] as const
export type AgencyAnswer = typeof answers[number]['value']
