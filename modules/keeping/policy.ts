import type { Role } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'
import { holds, holdsSomewhere } from '../policy.ts'

/** Who looks after what a rule is about; `app.looks_after` says the same. A class that is not here has no deed of this module. */
const lookAfter: Readonly<Record<string, readonly Role[]>> = { 'safeguarding.concern': ['safeguarding_lead', 'deputy_lead'] }

/** The class a rule is about: a rule for some of it has its name and a word behind it. */
export const classOf = (rule: string): string => rule.split(' ')[0]!

export type Asked = { organisationId: string; rule: string; askedById: string }

export const may = {
  keepSomewhere: (viewer: Viewer) => holdsSomewhere(viewer, ...Object.values(lookAfter).flat()),
  lookAfter: (viewer: Viewer, organisationId: string, rule: string) => holds(viewer, organisationId, ...(lookAfter[classOf(rule)] ?? [])),
  /** The second signature: never whoever asked. */
  agree: (viewer: Viewer, { organisationId, rule, askedById }: Asked) => askedById !== viewer.id && may.lookAfter(viewer, organisationId, rule),
  /** Saying no is open to whoever asked too: they take it back. */
  refuse: (viewer: Viewer, { organisationId, rule }: Asked) => may.lookAfter(viewer, organisationId, rule),
  hold: (viewer: Viewer, organisationId: string) => holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead'),
  holdSomewhere: (viewer: Viewer) => holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead'),
}
