import { expect, test } from 'vitest'
import { cast, of, words } from '#tests/support/a-case.ts'
import { ended } from '#tests/support/a-due-concern.ts'
import { expectWholeOrNot } from '#tests/support/expect-whole-or-not.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { newId } from '../db/new-id.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { agreeToDestroy } from './agree-to-destroy.server.ts'
import { askToDestroy } from './ask-to-destroy.server.ts'

test('killed while it is destroyed: every key of it is there, or none; pressed again it is destroyed once', async () => {
  const id = await ended()
  await moveClock('26 years')
  const destructionId = newId()
  await expectWholeOrNot('modules/keeping/ask-to-destroy.server.ts', askToDestroy, of('fatima'), { id: destructionId, organisationId: cast.riverside, rule: 'safeguarding.concern', subjectIds: [id], words }, ['Destruction', 'DestructionItem', 'RowKey'])
  await findConcern(of('tom'), id)
  await expectWholeOrNot('modules/keeping/agree-to-destroy.server.ts', agreeToDestroy, of('tom'), { id: destructionId, destructionId }, ['Destruction', 'ConcernDestroyed', 'ChronologyEntry', 'ChronologyHead', 'RowKey'], { jobs: true })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, isDestroyed: true })
  await moveClock('0')
}, process.env.BELAY_SOAK ? 900_000 : 120_000)
