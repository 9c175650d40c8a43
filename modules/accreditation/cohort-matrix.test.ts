import { beforeAll, expect, test } from 'vitest'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { addToCohort } from '../cohorts/add-to-cohort.server.ts'
import { openCohort } from '../cohorts/open-cohort.server.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { cohortMatrix, cohortsToLookOver } from './cohort-matrix.server.ts'
import { decideCriterion } from './decide-criterion.server.ts'
import { findMatrix } from './find-matrix.server.ts'
import { handInEvidence } from './hand-in-evidence.server.ts'
import { learners } from './learners.server.ts'
import { markOf } from './look-for-names.server.ts'
import { standingOfUnit, standingsOf } from './states.ts'
import { withdrawLearner } from './withdraw-learner.server.ts'

let cast: Cast
let cohortId: string
let specificationId: string
let registered: Record<string, string>
let criteria: Record<string, string>
const of = (name: string) => cast.people[name]!

beforeAll(async () => {
  cast = await theCast()
  ;({ specificationId, registered, criteria } = await registeredLearners(cast, ['amara', 'jay', 'priya', 'kofi']))
  cohortId = await openCohort(of('grace'), { organisationId: cast.riverside, name: 'Spring course', pattern: 'five_session', firstAt: '2027-02-01T15:30', minutes: 90, place: 'Room 3', places: 12 })
  for (const name of ['amara', 'jay', 'priya', 'dylan']) await addToCohort(of('grace'), { cohortId, personId: of(name).id })
})

const handIn = async (name: string, ...numbers: string[]) => {
  const [id, words] = [newId(), 'What I did, and what I saw in it.']
  await handInEvidence(of(name), { id, registrationId: registered[name]!, kind: 'reflection', words, criterionIds: numbers.map((number) => criteria[number]!), declared: true, looked: markOf(words) })
  return id
}
const unitsOf = (given: Awaited<ReturnType<typeof cohortMatrix>>, name: string) => {
  const all = standingsOf(given.learners.find((one) => one.name.toLowerCase() === name)!.stands)
  return Object.fromEntries(given.units.map(({ ref, from, criteria: count }) => [ref, standingOfUnit(all.slice(from, from + count))]))
}

test('each unit of each registered learner of the course, in the same words as on the learner’s own page', async () => {
  const first = await handIn('amara', 'EX5 1.1')
  await decideCriterion(of('noor'), { id: newId(), registrationId: registered.amara!, criterionId: criteria['EX5 1.1']!, attempt: 1, evidenceIds: [first], outcome: 'not_yet', feedback: 'Tell me more.', isValid: true, isAuthentic: true, isCurrent: true, isSufficient: false })
  await handIn('amara', 'EX5 1.2', 'EX1 1.1')
  await everyCriterionMet({ learner: of('jay'), assessor: of('noor'), registrationId: registered.jay! })

  const seen = await cohortMatrix(of('noor'), { cohortId })
  expect(seen.learners.map(({ name }) => name)).toEqual(['Amara', 'Jay', 'Priya'])
  expect(unitsOf(seen, 'amara')).toMatchObject({ EX1: { standing: 'waiting', met: 0, waiting: 1, of: 4 }, EX5: { standing: 'waiting', waiting: 1, again: 1 }, EX6: { standing: 'gap', met: 0, waiting: 0 } })
  expect(Object.values(unitsOf(seen, 'jay')).map(({ standing }) => standing)).toEqual(Array(6).fill('met'))
  for (const name of ['amara', 'jay', 'priya']) {
    const own = (await findMatrix(of(name), { registrationId: registered[name]! })).units.flatMap((unit) => unit.criteria.map(({ standing }) => standing))
    expect(standingsOf(seen.learners.find(({ id }) => id === registered[name])!.stands), name).toEqual(own)
  }
  expect(await cohortMatrix(of('noor'), { cohortId, unit: 'EX5' })).toMatchObject({ unit: { ref: 'EX5', criteria: [{ number: '1.1' }, { number: '1.2' }, {}, {}, {}, {}] } })
  expect(seen).toMatchObject({ shown: { specificationId, count: 3 }, specifications: [{ count: 3 }], next: null })
})

test('a page at a time, by name; a specification or a page that is not there shows nobody', async () => {
  const one = await cohortMatrix(of('grace'), { cohortId, take: 2 })
  expect(one.learners.map(({ name }) => name)).toEqual(['Amara', 'Jay'])
  expect((await cohortMatrix(of('grace'), { cohortId, take: 2, after: one.next! })).learners.map(({ name }) => name)).toEqual(['Priya'])
  expect(await cohortMatrix(of('grace'), { cohortId, specificationId: newId() })).toMatchObject({ shown: null, learners: [] })
  expect((await cohortMatrix(of('grace'), { cohortId, after: newId() })).learners).toEqual([])
})

test('those who follow the learners of the setting see it, and nobody else', async () => {
  for (const name of ['noor', 'owen', 'grace', 'sam', 'marcus', 'helen']) expect((await cohortMatrix(of(name), { cohortId })).learners, name).toHaveLength(3)
  for (const name of ['amara', 'fatima', 'hana']) await expect(cohortMatrix(of(name), { cohortId }), name).rejects.toThrow(Forbidden)
  for (const name of ['zia', 'leon', 'bea', 'cass', 'ella', 'vera']) await expect(cohortMatrix(of(name), { cohortId }), name).rejects.toThrow(NotFound)
  expect((await cohortsToLookOver(of('noor'))).map(({ id }) => id)).toContain(cohortId)
  expect(await cohortsToLookOver(of('amara'))).toEqual([])
})

test('the desk: who has waited longest first, then the others, each once however it is paged; who is withdrawn waits for nobody', async () => {
  await moveClock('+1 hour')
  await handIn('priya', 'EX1 1.1')
  await moveClock('+1 hour')
  await handIn('amara', 'EX6 1.1')
  const all = await learners(of('noor'))
  expect(all.learners.map(({ name, waiting }) => [name, waiting])).toEqual([['Amara', 3], ['Priya', 1], ['Jay', 0], ['Kofi', 0]])
  expect(all.learners[1]!.waitingSince!.getTime()).toBeGreaterThan(all.learners[0]!.waitingSince!.getTime())
  expect(all.learners[2]).toMatchObject({ met: Object.keys(criteria).length, criteria: Object.keys(criteria).length, waitingSince: null })
  const paged: string[] = []
  for (let after: string | undefined; ;) {
    const { learners: some, next } = await learners(of('noor'), { take: 1, ...(after && { after }) })
    paged.push(...some.map(({ name }) => name))
    if (!next) break
    after = next
  }
  expect(paged).toEqual(['Amara', 'Priya', 'Jay', 'Kofi'])
  await withdrawLearner(of('grace'), { registrationId: registered.amara! })
  expect((await learners(of('noor'), { waitingOnly: true })).learners.map(({ name }) => name)).toEqual(['Priya'])
  expect((await learners(of('noor'))).learners.map(({ name }) => name)).toEqual(['Priya', 'Amara', 'Jay', 'Kofi'])
  expect((await cohortMatrix(of('noor'), { cohortId })).learners[0]).toMatchObject({ name: 'Amara', isWithdrawn: true })
  for (const name of ['leon', 'cass']) expect((await learners(of(name))).learners, name).toEqual([])
  await expect(learners(of('amara'))).rejects.toThrow(Forbidden)
  await moveClock('0')
})
