import type { Role } from '#prisma/generated/enums.ts'

/** Somebody who could keep a concern about an adult: of the setting, or (`isSite`) of its delivery site. */
export type OnAdultLadder = { personId: string; name: string; role: Role; isSite: boolean; /** They held it once and do not now: it still goes round what they were. */ hasLeft?: boolean; /** They have said that they are away now. */ isAway?: boolean }

const leads: readonly Role[] = ['safeguarding_lead', 'deputy_lead']

/**
 * Who keeps a concern about an adult: the leads and deputies; round a lead the head; round a head the delivery site, where its own head (its trustee or chair) comes
 * before its programme leads. `app.adult_keepers_of` decides; this says beforehand, on the form, who reads what is written. A test holds the two together.
 */
export function whoKeeps(ladder: readonly OnAdultLadder[], keptFrom: readonly string[]): OnAdultLadder[] {
  const able = ladder.filter(({ personId, hasLeft }) => !hasLeft && !keptFrom.includes(personId))
  const isKept = (...roles: Role[]) => ladder.some(({ personId, role, isSite }) => keptFrom.includes(personId) && roles.includes(role) && (!isSite || isOneHouse(ladder)))
  const ofHere = able.filter(({ isSite }) => !isSite || isOneHouse(ladder))
  const heads = ofHere.filter(({ role }) => role === 'head')
  const left = ofHere.filter(({ role }) => leads.includes(role))
  const site = able.filter(({ isSite }) => isSite)
  const trustees = site.filter(({ role }) => role === 'head')
  const atSite = trustees.length ? trustees : site.filter(({ role }) => role === 'programme_lead')
  const found = isKept('head') ? atSite : isKept('safeguarding_lead') || left.length === 0 ? (heads.length ? heads : atSite) : left
  return once(found.length ? found : left)
}

/** Who reads it besides, because everybody who keeps it is away just now: the head is told at once. The same as `app.tell_adults_above`. */
export function whoReadsWhileAway(ladder: readonly OnAdultLadder[], keptFrom: readonly string[]): OnAdultLadder[] {
  const keepers = whoKeeps(ladder, keptFrom)
  if (!keepers.every(({ isAway }) => isAway)) return []
  return once(ladder.filter(({ personId, role, isSite, hasLeft }) => role === 'head' && !hasLeft && (!isSite || isOneHouse(ladder)) && !keptFrom.includes(personId) && !keepers.some((one) => one.personId === personId)))
}

/** A delivery site keeps its own: all of its people are of the site. */
const isOneHouse = (ladder: readonly OnAdultLadder[]) => ladder.every(({ isSite, hasLeft }) => isSite || hasLeft)
const once = (people: readonly OnAdultLadder[]) => [...new Map(people.map((one) => [one.personId, one])).values()]
