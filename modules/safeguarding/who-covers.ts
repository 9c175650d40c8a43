import type { Role } from '#prisma/generated/enums.ts'

type Adult = { personId: string; role: Role }
const leads: readonly Role[] = ['safeguarding_lead', 'deputy_lead']

/** Who may cover for whom: somebody who may be told of the same things anyway, so that cover opens nothing new. The database says the same (`app.may_cover`). */
export function mayCover(adults: readonly Adult[], personId: string, coverId: string): boolean {
  const roles = (id: string) => adults.filter((adult) => adult.personId === id).map(({ role }) => role)
  const [away, cover] = [roles(personId), roles(coverId)]
  if (personId === coverId || !away.some((role) => leads.includes(role) || role === 'youth_worker')) return false
  return cover.some((role) => leads.includes(role) || (role === 'youth_worker' && !away.some((one) => leads.includes(one))))
}
