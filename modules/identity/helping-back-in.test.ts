import { expect, test } from 'vitest'
import { Role } from '#prisma/generated/enums.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { mayHelpBackIn, mayJoinInHelping } from './helping-back-in.ts'

test('who may begin to help whom: every role by every role, and whatever is not in the table is no', () => {
  const viewer = (role: Role): Viewer => ({ id: newId(), name: 'A', memberships: [{ organisationId: 'here', role }] })
  const them = (roles: Role[]) => ({ organisationId: 'here', personId: newId(), roles, elsewhere: false })
  const staff: Role[] = ['youth_worker', 'specialist', 'trainer', 'trainee_trainer', 'assessor', 'quality_assurer', 'external_quality_assurer', 'coordinator']
  for (const helper of Object.values(Role)) for (const helped of Object.values(Role)) {
    const expected = (helper === 'youth_worker' && helped === 'mentor') || (helper === 'coordinator' && (helped === 'mentor' || staff.includes(helped)))
    expect(mayHelpBackIn(viewer(helper), them([helped])), `${helper} helps ${helped}`).toBe(expected)
    expect(mayHelpBackIn(viewer(helper), { ...them([helped]), elsewhere: true }), `${helper} helps ${helped} who is elsewhere too`).toBe(false)
    expect(mayHelpBackIn(viewer(helper), { ...them([helped]), organisationId: 'there' }), `${helper} helps ${helped} of another place`).toBe(false)
    expect(mayHelpBackIn(viewer(helper), them([helped, 'safeguarding_lead'])), `${helper} helps ${helped} who is the lead too`).toBe(false)
    const self = viewer(helper)
    expect(mayHelpBackIn(self, { ...them([helped]), personId: self.id })).toBe(false)
  }
  expect(mayHelpBackIn(viewer('youth_worker'), them(['mentor', 'trainee_trainer']))).toBe(false)
  expect(mayHelpBackIn(viewer('coordinator'), them(['mentor', 'trainee_trainer']))).toBe(true)
  expect(mayHelpBackIn(viewer('coordinator'), them([]))).toBe(false)
})

test('who may be the second adult: every role, and neither of the two it is between', () => {
  const second: Role[] = ['youth_worker', 'coordinator', 'specialist', 'trainer', 'safeguarding_lead', 'deputy_lead', 'head']
  const help = { organisationId: 'here', personId: newId(), givenById: newId(), needsTwo: true }
  for (const role of Object.values(Role)) {
    const viewer = (id = newId(), organisationId = 'here'): Viewer => ({ id, name: 'A', memberships: [{ organisationId, role }] })
    expect(mayJoinInHelping(viewer(), help), role).toBe(second.includes(role))
    expect(mayJoinInHelping(viewer(newId(), 'there'), help), role).toBe(false)
    for (const id of [help.personId, help.givenById]) expect(mayJoinInHelping(viewer(id), help), role).toBe(false)
    expect(mayJoinInHelping(viewer(), { ...help, needsTwo: false }), role).toBe(false)
  }
})
