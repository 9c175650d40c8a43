import { beforeAll, expect, test } from 'vitest'
import { aCourseDone } from '#tests/support/a-complete-learner.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, NotFound } from '../errors.ts'
import { awardCourse } from './award-course.server.ts'
import { findPublicBadge } from './find-public-badge.server.ts'
import { hideBadge } from './hide-badge.server.ts'
import { publishBadge } from './publish-badge.server.ts'
import { awardForParentsYes, sayParentAgreed } from './say-parent-agreed.server.ts'
import { verifyBadge } from './verify-badge.server.ts'

// Showing a badge, or keeping it to oneself. What others find when they check one is in verify-badge.test.ts.
let cast: Cast
const from = { address: '192.0.2.7' }
const of = (name: string) => cast.people[name]!
const awards: Record<string, string> = {}
const badgeIdOf = async (name: string) => (await read(of(name), (tx) => tx.award.findFirstOrThrow({ where: { personId: of(name).id }, select: { badgeId: true } }))).badgeId
const check = (given: string) => verifyBadge({ given: Buffer.from(given) }, from)
const actsOf = (name: string, kind: string) => read(of(name), (tx) => tx.act.count({ where: { kind, byId: of(name).id } }))

beforeAll(async () => {
  cast = await theCast()
  const cohortId = await aCourseDone(cast, { complete: ['amara', 'priya'] })
  for (const name of ['amara', 'priya']) await awardCourse(of('sam'), { id: (awards[name] = newId()), cohortId, personId: of(name).id })
}, 120_000)

test('a badge is private until its owner makes it public, with a first name or none; and private again when they say so', async () => {
  const badgeId = await badgeIdOf('amara')
  await expect(findPublicBadge({ badgeId }, from)).rejects.toThrow('no public badge')
  await expect(findPublicBadge({ badgeId: crypto.randomUUID() }, from)).rejects.toThrow('no public badge')

  const id = newId()
  await Promise.all([publishBadge(of('amara'), { id, awardId: awards.amara!, shows: 'name' }), publishBadge(of('amara'), { id, awardId: awards.amara!, shows: 'name' }), publishBadge(of('amara'), { id: newId(), awardId: awards.amara!, shows: 'name' })])
  expect(await actsOf('amara', 'badge.published')).toBe(1)
  const shown = await findPublicBadge({ badgeId }, from)
  expect(shown).toMatchObject({ name: 'Amara', title: 'Peer Mentor, Level 2', issuer: 'Eastside Delivery Site', standing: 'good' })
  expect(JSON.stringify(shown) + Buffer.from(shown.credential.split('.')[1]!, 'base64url').toString()).not.toMatch(/Okonjo|Riverside/)
  expect(await check(shown.credential)).toMatchObject({ standing: 'good', badge: { name: 'Amara' }, isTheName: null })

  await hideBadge(of('amara'), { awardId: awards.amara! })
  await hideBadge(of('amara'), { awardId: awards.amara! })
  expect(await actsOf('amara', 'badge.hidden')).toBe(1)
  await expect(findPublicBadge({ badgeId }, from)).rejects.toThrow(NotFound)
  expect(await check(shown.credential)).toEqual({ standing: 'unknown', badge: null, isTheName: null })
  await publishBadge(of('amara'), { id: newId(), awardId: awards.amara!, shows: 'no-name' })
  expect(await findPublicBadge({ badgeId }, from)).toMatchObject({ name: null })
})

test('nobody makes somebody else’s badge public, or private', async () => {
  for (const name of ['grace', 'sam', 'marcus']) {
    await expect(publishBadge(of(name), { id: newId(), awardId: awards.amara!, shows: 'name' })).rejects.toThrow('for somebody else')
    await expect(hideBadge(of(name), { awardId: awards.amara! })).rejects.toThrow('for somebody else')
  }
  for (const name of ['jay', 'zia', 'cass']) await expect(publishBadge(of(name), { id: newId(), awardId: awards.amara!, shows: 'name' })).rejects.toThrow(NotFound)
})

test('under 13, and where the age is not known, a parent or carer says yes first', async () => {
  await asOwner(`UPDATE "Person" SET "bornOn" = NULL WHERE id = '${of('priya').id}'`)
  const publish = () => publishBadge(of('priya'), { id: newId(), awardId: awards.priya!, shows: 'no-name' })
  await expect(publish()).rejects.toThrow('parent or carer')
  await asOwner(`UPDATE "Person" SET "bornOn" = app.now() - interval '12 years 11 months' WHERE id = '${of('priya').id}'`)
  await expect(publish()).rejects.toThrow(Conflict)
  // Not in the deed alone: the table itself takes no such row.
  await expect(read(of('priya'), (tx) => tx.$queryRaw`SELECT app.may_be_public(${awards.priya!}::uuid) AS yes`)).resolves.toEqual([{ yes: false }])
  await expect(sayParentAgreed(of('sam'), { awardId: awards.priya! })).rejects.toThrow('for somebody else')
  await expect(sayParentAgreed(of('leon'), { awardId: awards.priya! })).rejects.toThrow(NotFound)
  expect([(await awardForParentsYes(of('marcus'), { awardId: awards.priya! })).from, (await awardForParentsYes(of('grace'), { awardId: awards.priya! })).from === null], 'a youth worker has no page of certificates').toEqual([null, false])
  await Promise.all([sayParentAgreed(of('marcus'), { awardId: awards.priya! }), sayParentAgreed(of('grace'), { awardId: awards.priya! })])
  expect((await actsOf('marcus', 'badge.parent-agreed')) + (await actsOf('grace', 'badge.parent-agreed'))).toBe(1)
  await publish()
})

test('whoever asks too often waits', async () => {
  const busy = { address: '198.51.100.9' }
  const ask = () => findPublicBadge({ badgeId: crypto.randomUUID() }, busy).catch((error: unknown) => (error as Error).name)
  const said = new Set<unknown>()
  for (let turn = 0; turn < 125; turn += 1) said.add(await ask())
  expect(said).toEqual(new Set(['NotFound', 'TooMany']))
})
