import { expect, test } from 'vitest'
import { Role } from '#prisma/generated/enums.ts'
import { mayGiveRole } from './roles-given.ts'

const school = { id: 'school', kind: 'school', supportedById: 'site' }
const site = { id: 'site', kind: 'delivery_site', supportedById: null }
const elsewhere = { id: 'elsewhere', kind: 'school', supportedById: 'another-site' }
const as = (role: Role, organisationId: string) => ({ id: 'me', name: '', memberships: [{ organisationId, role }] })
const given = (role: Role, at: string, place: typeof school | typeof site) => Object.values(Role).filter((one) => mayGiveRole(as(role, at), one, place, 'somebody')).sort()

test('who may give what in a school', () => {
  expect(Object.fromEntries(Object.values(Role).map((role) => [role, given(role, 'school', school)]).filter(([, roles]) => roles!.length))).toEqual({
    coordinator: ['assessor', 'external_quality_assurer', 'mentor', 'quality_assurer', 'specialist', 'trainee_trainer', 'trainer', 'youth_worker'],
    head: ['coordinator', 'deputy_lead', 'head', 'safeguarding_lead'],
  })
})

test('a delivery site begins a setting it supports, and staffs itself', () => {
  expect(given('programme_lead', 'site', school)).toEqual(['coordinator', 'deputy_lead', 'head', 'safeguarding_lead'])
  expect(given('programme_lead', 'site', site)).toEqual(['assessor', 'coordinator', 'evaluator', 'external_quality_assurer', 'head', 'programme_lead', 'quality_assurer', 'safeguarding_lead', 'specialist', 'trainee_trainer', 'trainer'])
})

test('nobody gives anything elsewhere, nor to themself', () => {
  for (const role of Object.values(Role)) {
    expect(given(role, 'school', elsewhere)).toEqual([])
    expect(Object.values(Role).filter((one) => mayGiveRole(as(role, 'school'), one, school, 'me'))).toEqual([])
  }
})
