import { expect, test } from 'vitest'
import { bringIn } from '#modules/cases/bring-in.server.ts'
import { closeConcern } from '#modules/cases/close-concern.server.ts'
import { decideConcern } from '#modules/cases/decide-concern.server.ts'
import { finishAction } from '#modules/cases/finish-action.server.ts'
import { keepFrom } from '#modules/cases/keep-from.server.ts'
import { setAction } from '#modules/cases/set-action.server.ts'
import { signClosing } from '#modules/cases/sign-closing.server.ts'
import { triageConcern } from '#modules/cases/triage-concern.server.ts'
import { today } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { verifyChronology } from '#modules/safeguarding/verify-chronology.server.ts'
import { of, step, taken, words } from './support/a-case.ts'
import { expectWholeOrNot } from './support/expect-whole-or-not.ts'

const line = ['ChronologyEntry', 'ChronologyHead', 'RowKey']

test('from the assessment to the second signature: a process killed on the way leaves each step whole or undone, and pressed again it is there once', async () => {
  const id = await taken()
  const asked = step(id)
  await expectWholeOrNot('modules/cases/triage-concern.server.ts', triageConcern, of('fatima'), { ...step(id), level: 'high', threshold: 'early_help', reasons: words }, line)
  await expectWholeOrNot('modules/cases/bring-in.server.ts', bringIn, of('fatima'), { ...step(id), personId: of('helen').id, words }, [...line, 'CaseReader'])
  await expectWholeOrNot('modules/cases/decide-concern.server.ts', decideConcern, of('fatima'), { ...step(id), decision: 'nothing_more', reasons: words, family: words }, line)
  await expectWholeOrNot('modules/cases/set-action.server.ts', setAction, of('fatima'), { ...asked, ownerId: of('marcus').id, dueOn: today(), what: 'Ring her gran.' }, [...line, 'CaseAction'])
  await expectWholeOrNot('modules/cases/finish-action.server.ts', finishAction, of('marcus'), { id: newId(), actionId: asked.id, words }, [...line, 'CaseActionEnd'])
  await expectWholeOrNot('modules/cases/keep-from.server.ts', keepFrom, of('fatima'), { ...step(id), personId: of('helen').id, words }, [...line, 'CaseReader', 'ConcernKeptFrom'])
  await expectWholeOrNot('modules/cases/close-concern.server.ts', closeConcern, of('fatima'), { ...step(id), outcome: 'helped', words }, line)
  await expectWholeOrNot('modules/cases/sign-closing.server.ts', signClosing, of('tom'), { ...step(id), words }, line)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
}, process.env.BELAY_SOAK ? 900_000 : 180_000)

test('killed while a case is kept from the deputy: the head is told with it, or it has not happened', async () => {
  const id = await taken()
  await expectWholeOrNot('modules/cases/keep-from.server.ts', keepFrom, of('fatima'), { ...step(id), personId: of('tom').id, words }, [...line, 'ConcernKeptFrom', 'ConcernAlert', 'ConcernAttempt'], { jobs: true })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
}, process.env.BELAY_SOAK ? 900_000 : 120_000)
