import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { now } from '../clock.ts'
import { atTheDoor } from './at-the-door.server.ts'
import { change } from './change.server.ts'
import { read } from './read.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })

const nobody = { id: '00000000-0000-7000-8000-000000000000', name: '', memberships: [] }

test('with nobody set, nothing exists', async () => {
  expect(await read(nobody, async (tx) => [await tx.person.count(), await tx.membership.count(), await tx.organisation.count(), await tx.wrappingKey.count()])).toEqual([0, 0, 0, 0])
})

test('a pooled connection does not remember who was looking before', async () => {
  await Promise.all(Array.from({ length: 40 }, async (_, count) => {
    const viewer = count % 2 ? cast.people.zia! : cast.people.amara!
    const mine = await read(viewer, (tx) => tx.membership.findMany({ where: { role: 'mentor' } }))
    expect(mine.map((membership) => membership.personId)).toEqual([viewer.id])
  }))
})

test('what fails half-way has not happened, and its news is not told', async () => {
  await expect(change(cast.people.grace!, async (tx) => {
    await tx.membership.createMany({ data: [{ organisationId: cast.riverside, personId: cast.people.zia!.id, role: 'mentor', givenById: cast.people.grace!.id }] })
    throw new Error('the power went')
  })).rejects.toThrow('the power went')
  expect(await read(cast.people.zia!, (tx) => tx.membership.count({ where: { personId: cast.people.zia!.id } }))).toBe(1)
})

test('the door reaches identity and nothing else', async () => {
  for (const table of ['journalEntry', 'concern', 'act', 'rowKey', 'cohort', 'meeting'] as const)
    await expect(atTheDoor('sign in', (tx) => (tx[table] as { count: () => Promise<number> }).count()), table).rejects.toThrow('permission denied')
})

test('an act is written in one\'s own name only, and neither changed nor deleted', async () => {
  const { amara, jay } = cast.people
  await expect(change(amara!, (tx) => tx.act.createMany({ data: [{ kind: 'forged', byId: jay!.id }] }))).rejects.toThrow('row-level security')
  await expect(change(amara!, (tx) => tx.act.updateMany({ data: { kind: 'other' } }))).rejects.toThrow('permission denied')
  await expect(change(amara!, (tx) => tx.act.deleteMany())).rejects.toThrow('permission denied')
})

test('a membership that ended ends what one sees, at that moment', async () => {
  const { eve } = cast.people
  expect(await read(eve!, (tx) => tx.organisation.count())).toBeGreaterThan(0)
  await change(cast.people.grace!, (tx) => tx.membership.updateMany({ where: { personId: eve!.id }, data: { endsAt: new Date(now().getTime() + 60_000), endedById: cast.people.grace!.id } }))
  expect(await read(eve!, (tx) => tx.organisation.count())).toBeGreaterThan(0)
  await moveClock('2 minutes')
  expect(await read(eve!, (tx) => tx.organisation.count())).toBe(0)
})
