import { afterEach, expect, test } from 'vitest'
import { cast, of, taken, words } from '#tests/support/a-case.ts'
import { asked, nobody } from '#tests/support/a-due-adult-concern.ts'
import { ask, asked as askedOfConcerns, ended, years } from '#tests/support/a-due-concern.ts'
import { adultStep, closedLowLevel, sharedAboutAdult } from '#tests/support/an-adult-concern.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { bringInToAdultConcern } from '#modules/adults/bring-in-to-adult-concern.server.ts'
import { asSystem } from '#modules/db/as-system.server.ts'
import { triedAgainAfter } from '#modules/reaching/tried-again.ts'
import { todayOf } from './today-of.server.ts'

afterEach(() => moveClock('0'))

const givenUp = { organisationId: cast.riverside, rung: 'first', way: 'letter', tried: triedAgainAfter.length, outcome: 'given_up', trouble: 'no_answer' } as const
const noLetters = async (record: string, name: string) => { await asSystem('a try in a test', (tx) => tx.adultAttempt.createMany({ data: [{ ...givenUp, adultConcernId: record, personId: of(name).id }] })) }
const about = async (name: string) => (await todayOf(of(name))).notReached.map(({ concernId, personName }) => `${concernId} ${personName}`)

test('whoever keeps a record of the register and is no lead hears on Today that they are asked to agree that it is destroyed, and what is due', async () => {
  const [id, concern] = [await closedLowLevel(nobody), await ended()]
  for (const name of ['hana', 'ella']) await bringInToAdultConcern(of('fatima'), { ...adultStep(id), personId: of(name).id, words })
  await years(51)
  for (const name of ['hana', 'ella']) expect((await todayOf(of(name))).kept, name).toMatchObject([{ id: null, count: 1, askedAt: null }])
  const destruction = await asked([id])
  await askedOfConcerns([concern])
  for (const name of ['hana', 'ella']) expect((await todayOf(of(name))).kept, `${name}: never of a child’s concern`).toMatchObject([{ id: destruction, count: 1, askedByName: 'Fatima' }])
  for (const name of ['marcus', 'grace', 'bea', 'hugo']) expect((await todayOf(of(name))).kept, name).toEqual([])
})

test('and that letters about it do not go through, by name, also at the delivery site; of a child’s concern nothing more than before', async () => {
  const [id, concern] = [await sharedAboutAdult(), await taken()]
  await noLetters(id, 'tom')
  await asSystem('a try in a test', (tx) => tx.concernAttempt.createMany({ data: [{ ...givenUp, concernId: concern, personId: of('tom').id }] }))
  // A head who was told of the child’s concern reads how it reached people there, and not on Today.
  await ask(`SET session_replication_role = replica; INSERT INTO "ConcernAlert" (id, "concernId", "personId", rung, "organisationId", at) VALUES (uuidv7(), '${concern}', '${of('hana').id}', 'head', '${cast.riverside}', app.now())`)
  for (const name of ['hana', 'ella']) expect(await about(name), name).toEqual([])
  for (const name of ['hana', 'ella']) await bringInToAdultConcern(of('fatima'), { ...adultStep(id), personId: of(name).id, words })
  for (const name of ['hana', 'ella']) expect(await about(name), name).toEqual([`${id} Tom`])
  expect((await about('fatima')).length).toBe(1)
  const round = await sharedAboutAdult({ aboutId: of('hana').id })
  await noLetters(round, 'ella')
  expect((await about('ella')).sort()).toEqual([`${id} Tom`, `${round} Ella`].sort())
  for (const name of ['hana', 'fatima']) expect((await about(name)).join(), name).not.toContain(round)
})

test('where the setting’s webhook does not answer, whoever may not say another one is led to the record', async () => {
  const id = await sharedAboutAdult()
  await bringInToAdultConcern(of('fatima'), { ...adultStep(id), personId: of('hana').id, words })
  await asSystem('a try in a test', (tx) => tx.adultAttempt.createMany({ data: [{ ...givenUp, way: 'webhook', adultConcernId: id }] }))
  const hook = async (name: string) => (await todayOf(of(name))).notReached.find(({ way }) => way === 'webhook')
  expect(await hook('hana')).toMatchObject({ concernId: id, mayKeepWebhook: false })
  expect(await hook('fatima')).toMatchObject({ concernId: id, mayKeepWebhook: true })
})
