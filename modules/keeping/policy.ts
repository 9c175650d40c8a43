import type { Role } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'
import { mayKeepRegister } from '../adults/policy.ts'
import { holds, holdsSomewhere } from '../policy.ts'
import { subjectOf } from './subject.ts'

/** Who looks after what a rule is about; `app.looks_after` says the same. A class that is not here, nor of the register of concerns about adults, has no deed of this module. */
const lookAfter: Readonly<Record<string, readonly Role[]>> = { 'safeguarding.concern': ['safeguarding_lead', 'deputy_lead'] }

/** The class a rule is about: a rule for some of it has its name and a word behind it. */
export const classOf = (rule: string): string => rule.split(' ')[0]!

export type Asked = { organisationId: string; rule: string; askedById: string }

export const may = {
  keepSomewhere: (viewer: Viewer) => holdsSomewhere(viewer, ...Object.values(lookAfter).flat()) || mayKeepRegister(viewer),
  lookAfter: (viewer: Viewer, organisationId: string, rule: string) => subjectOf(rule) === 'adult' ? mayKeepRegister(viewer) : holds(viewer, organisationId, ...(lookAfter[classOf(rule)] ?? [])),
  /** The second signature: never whoever asked. */
  agree: (viewer: Viewer, { organisationId, rule, askedById }: Asked) => askedById !== viewer.id && may.lookAfter(viewer, organisationId, rule),
  /** Saying no is open to whoever asked too: they take it back. */
  refuse: (viewer: Viewer, { organisationId, rule }: Asked) => may.lookAfter(viewer, organisationId, rule),
  /** `ofRegister`: on a record of the register of concerns about adults. */
  hold: (viewer: Viewer, organisationId: string, ofRegister = false) => ofRegister ? mayKeepRegister(viewer) : holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead'),
  holdSomewhere: (viewer: Viewer) => holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead'),
}
