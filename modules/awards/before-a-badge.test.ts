import { expect, test } from 'vitest'
import { aCourseDone } from '#tests/support/a-complete-learner.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { enterDetails } from '../claims/enter-details.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { sayThirteenOrOlder, takeBackThirteenOrOlder } from '../organisations/thirteen-or-older.server.ts'
import { awardCourse } from './award-course.server.ts'
import { beforeABadge } from './before-a-badge.server.ts'
import { myAwards } from './my-awards.server.ts'
import { publishBadge } from './publish-badge.server.ts'

test('where no date is known it is enough that an adult of the setting knows; the date of documents says it too, and stays sealed', async () => {
  const cast = await theCast()
  const of = (name: string) => cast.people[name]!
  const actsOf = (name: string, kind: string) => read(of(name), (tx) => tx.act.count({ where: { kind, byId: of(name).id } }))
  const cohortId = await aCourseDone(cast, { complete: ['kofi'] })
  const [kofi, awardId] = [of('kofi').id, newId()]
  await awardCourse(of('sam'), { id: awardId, cohortId, personId: kofi })
  await asOwner(`UPDATE "Person" SET "bornOn" = NULL WHERE id = '${kofi}'`)
  const publish = () => publishBadge(of('kofi'), { id: newId(), awardId: awardId, shows: 'no-name' })
  const say = (by: string, id = newId()) => sayThirteenOrOlder(of(by), { id, organisationId: cast.riverside, personId: kofi })
  for (const by of ['kofi', 'sam', 'helen', 'fatima', 'leon', 'cass']) await expect(say(by), by).rejects.toThrow(Forbidden)
  await expect(sayThirteenOrOlder(of('leon'), { id: newId(), organisationId: cast.harbour, personId: kofi }), 'of another setting').rejects.toThrow(NotFound)
  await expect(publish()).rejects.toThrow('parent or carer')
  expect(await beforeABadge(of('marcus'), { personId: kofi })).toMatchObject([{ setting: 'Riverside Academy', isUnder: false, said: null, awards: [{ id: awardId }] }])
  for (const by of ['sam', 'helen', 'kofi', 'leon']) expect(await beforeABadge(of(by), { personId: kofi }), by).toEqual([])
  const id = newId()
  await Promise.all([say('marcus', id), say('marcus', id), say('grace')])
  expect((await actsOf('marcus', 'organisation.age-said')) + (await actsOf('grace', 'organisation.age-said'))).toBe(1)
  const [{ said, awards: left }] = await beforeABadge(of('grace'), { personId: kofi }) as [Awaited<ReturnType<typeof beforeABadge>>[number]]
  expect([said !== null, left]).toEqual([true, []])
  expect((await myAwards(of('kofi')))[0]).toMatchObject({ needsParent: false })

  await expect(takeBackThirteenOrOlder(of('leon'), { id: said!.id })).rejects.toThrow(NotFound)
  const takeBackAround = (data: { takenBackAt?: Date; takenBackById: string }) => change(of('marcus'), (tx) => tx.thirteenOrOlder.updateMany({ where: { id: said!.id }, data }))
  await expect(takeBackAround({ takenBackById: of('marcus').id }), 'without a day').rejects.toThrow(/row-level security/)
  await takeBackThirteenOrOlder(of('grace'), { id: said!.id })
  expect(await takeBackAround({ takenBackAt: now(), takenBackById: of('marcus').id }), 'who took it back first stays').toEqual({ count: 0 })
  await expect(publish()).rejects.toThrow('parent or carer')
  const registrationId = (await registeredLearners(cast, ['kofi'])).registered.kofi!
  const enter = (bornOn: string, revision: number) => enterDetails(of('grace'), { id: newId(), registrationId, forenames: 'Kofi', surname: 'Mensah', bornOn, uln: '', revision })
  await enter('2009-09-09', 0)
  expect((await myAwards(of('kofi')))[0]).toMatchObject({ needsParent: false })
  await enter(`${String(now().getUTCFullYear() - 12)}-01-01`, 1)
  expect((await myAwards(of('kofi')))[0], 'put right: they are twelve').toMatchObject({ needsParent: true })
  await expect(read(of('kofi'), (tx) => tx.$queryRaw`SELECT app.may_be_public(${awardId}::uuid) AS yes`)).resolves.toEqual([{ yes: false }])
  await enter('2009-09-09', 2)
  expect(await read(of('kofi'), (tx) => tx.person.findUniqueOrThrow({ where: { id: kofi }, select: { bornOn: true } }))).toEqual({ bornOn: null })
  await publish()
  await asOwner(`UPDATE "Person" SET "bornOn" = app.now() - interval '12 years 11 months' WHERE id = '${kofi}'`)
  await expect(say('marcus'), 'a date says more than a word').rejects.toThrow('Belay knows when they were born')
  await expect(read(of('kofi'), (tx) => tx.$queryRaw`SELECT app.may_be_public(${awardId}::uuid) AS yes`)).resolves.toEqual([{ yes: false }])
}, 120_000)
