import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { onServer } from '#tests/support/template.ts'
import { withdrawLearner } from '../accreditation/withdraw-learner.server.ts'
import { theExample } from '../curriculum/the-curriculum.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { placeHold } from '../keeping/place-hold.server.ts'
import { reportMalpractice } from '../registers/report-malpractice.server.ts'
import { keptLongEnough } from './kept-long-enough.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const ask = (sql: string) => onServer(databaseUrl(), sql)

beforeAll(async () => {
  cast = await theCast()
  const { registered } = await registeredLearners(cast, ['amara', 'jay'])
  await withdrawLearner(of('grace'), { registrationId: registered.amara! })
})
afterEach(() => moveClock('0'))

test('what an assessment left behind is due when its rule says, an awarding body’s own before everybody’s; nobody else is told', async () => {
  await moveClock('1095 days')
  expect(await keptLongEnough(of('grace'))).toEqual([])
  await moveClock('2 days')
  expect(await keptLongEnough(of('grace'))).toMatchObject([{ name: 'Amara', where: 'Riverside Academy', isHeld: false }])
  await placeHold(of('fatima'), { id: newId(), organisationId: cast.riverside, on: `person:${of('amara').id}`, words: 'A court asked for everything.' })
  expect(await keptLongEnough(of('grace'))).toMatchObject([{ name: 'Amara', isHeld: true }])
  for (const name of ['cass', 'owen', 'noor', 'amara', 'eve', 'ella', 'hana']) expect(await keptLongEnough(of(name)), name).toEqual([])

  await ask(`INSERT INTO "RetentionRule" (what, days, because) VALUES ('accreditation.assessment ${theExample!.code}', 1500, 'This awarding body asks for longer.')`)
  expect(await keptLongEnough(of('grace'))).toEqual([])
  await moveClock('404 days')
  expect(await keptLongEnough(of('grace'))).toHaveLength(1)
  await reportMalpractice(of('noor'), { id: newId(), organisationId: cast.riverside, aboutId: of('amara').id, words: 'Two pieces are the same.' })
  expect(await keptLongEnough(of('grace'))).toEqual([])
})
