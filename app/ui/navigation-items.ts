import type { Role } from '#prisma/generated/enums.ts'

export type Place = 'today' | 'learn' | 'journal' | 'shared' | 'rooms' | 'people' | 'cohorts' | 'concerns' | 'trainers' | 'setting' | 'settings' | 'specifications' | 'assessment' | 'quality'
export type NavigationItem = { place: Place; label: string; to: string }

const mentor: readonly Place[] = ['today', 'learn', 'journal', 'rooms']
const supervisor: readonly Place[] = ['today', 'people', 'cohorts', 'rooms', 'concerns', 'shared']
const safeguarding: readonly Place[] = ['today', 'concerns', 'people', 'cohorts']

/** Where somebody goes with a role. An item for a page that is not there yet does not belong here. */
const byRole: Record<Role, readonly Place[]> = {
  mentor,
  // A specialist is asked about a concern by its lead; the list of them is not theirs.
  youth_worker: supervisor, specialist: supervisor.filter((place) => place !== 'concerns'),
  safeguarding_lead: safeguarding, deputy_lead: safeguarding, head: safeguarding,
  coordinator: ['today', 'people', 'cohorts', 'rooms', 'trainers', 'specifications', 'setting'],
  trainer: ['today', 'cohorts', 'trainers', 'learn', 'assessment'], trainee_trainer: ['today', 'cohorts', 'trainers', 'learn'],
  assessor: ['today', 'assessment', 'cohorts'], quality_assurer: ['today', 'quality', 'assessment', 'cohorts'], external_quality_assurer: ['today', 'quality'],
  programme_lead: ['today', 'settings', 'people', 'trainers', 'specifications'], evaluator: ['today'],
}

/** The order of the whole bar, whatever roles come together in one person. */
const order: readonly Place[] = ['today', 'learn', 'journal', 'people', 'cohorts', 'rooms', 'concerns', 'assessment', 'quality', 'trainers', 'specifications', 'shared', 'setting', 'settings']

const places: Record<Place, { label: string; to: string }> = {
  today: { label: 'Today', to: '/' }, learn: { label: 'Learn', to: '/learn' }, journal: { label: 'Journal', to: '/journal' }, shared: { label: 'Shared', to: '/journal' },
  rooms: { label: 'Rooms', to: '/rooms' }, people: { label: 'People', to: '/people' }, cohorts: { label: 'Cohorts', to: '/cohorts' }, concerns: { label: 'Concerns', to: '/concerns' },
  trainers: { label: 'Trainers', to: '/trainers' }, setting: { label: 'Setting', to: '/organisations' }, settings: { label: 'Settings', to: '/organisations' },
  assessment: { label: 'Assessment', to: '/assessment' }, quality: { label: 'Quality', to: '/quality' }, specifications: { label: 'Criteria', to: '/specifications' },
}

/** The navigation of somebody who holds these roles. Their own journal and what is shared with them are one page: it is named for the one they have. */
export function navigationFor(roles: readonly Role[], settingId: string | null): NavigationItem[] {
  const wanted = new Set<Place>(['today', ...roles.flatMap((role) => byRole[role])])
  if (wanted.has('journal')) wanted.delete('shared')
  if (!settingId) wanted.delete('setting')
  return order.filter((place) => wanted.has(place)).map((place) => ({ place, ...places[place], ...(place === 'setting' ? { to: `/organisations/${settingId}` } : {}) }))
}

const first: readonly Place[] = ['today', 'concerns', 'rooms', 'learn', 'journal', 'people', 'quality', 'assessment', 'cohorts', 'trainers', 'settings', 'setting', 'specifications', 'shared']

/** A phone's dock holds four: all of them, or the three that matter most and a way to the rest. This is the rest. */
export function beyondDock(items: readonly NavigationItem[]): NavigationItem[] {
  if (items.length <= 4) return []
  const kept = new Set([...items].sort((a, b) => first.indexOf(a.place) - first.indexOf(b.place)).slice(0, 3))
  return items.filter((item) => !kept.has(item))
}
