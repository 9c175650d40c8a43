import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { needsParent } from './needs-parent.ts'
import { may } from './policy.ts'

/**
 * What stands before somebody's badges can be shown, setting by setting, for an adult who may write it down: whether they are known to be 13 or older, and the
 * certificates that a parent's yes is asked for. Nothing where Belay's date of birth says that they are old enough, and for others.
 */
export const beforeABadge = (viewer: Viewer, input: { personId: string }) => read(viewer, async (tx) => {
  const personId = z.uuid().parse(input.personId)
  const settings = [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))].filter((organisationId) => may.sayParentAgreed(viewer, { organisationId, personId }))
  const person = settings.length === 0 ? null : await tx.person.findUnique({ where: { id: personId }, select: { bornOn: true } })
  if (!person || !needsParent({ bornOn: person.bornOn, isSaid: false })) return []
  const held = await tx.membership.findMany({ where: { personId, organisationId: { in: settings }, role: 'mentor' }, distinct: ['organisationId'], select: { organisation: { select: { id: true, name: true } } } })
  const said = await tx.thirteenOrOlder.findMany({ where: { personId, organisationId: { in: settings }, takenBackAt: null } })
  const awards = await tx.award.findMany({ where: { personId, organisationId: { in: settings }, takenBack: null, parentsYes: null }, orderBy: { awardedAt: 'desc' }, take: 50, select: { id: true, title: true, organisationId: true } })
  const names = new Map((await tx.person.findMany({ where: { id: { in: said.map(({ byId }) => byId) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
  return held.map(({ organisation: { id: organisationId, name: setting } }) => {
    const one = said.find((row) => row.organisationId === organisationId)
    return {
      organisationId, setting, /** Belay has a date of birth, and by it they are under 13. */ isUnder: person.bornOn !== null,
      said: one && !person.bornOn ? { id: one.id, at: one.at, by: one.byId === viewer.id ? 'you' : (names.get(one.byId) ?? 'a colleague') } : null,
      awards: one && !person.bornOn ? [] : awards.filter((award) => award.organisationId === organisationId).map(({ id, title }) => ({ id, title })),
    }
  })
})
