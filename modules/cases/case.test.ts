import { expect, test } from 'vitest'
import { decide, kinds, of, stateOf, step, taken, triage, words } from '#tests/support/a-case.ts'
import { onServer } from '#tests/support/template.ts'
import { today } from '../clock.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden } from '../errors.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { myConcerns } from '../safeguarding/my-concerns.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { actionsToday, casesToday } from './cases-today.server.ts'
import { closeConcern } from './close-concern.server.ts'
import { decideConcern } from './decide-concern.server.ts'
import { discussConcern } from './discuss-concern.server.ts'
import { dropAction } from './drop-action.server.ts'
import { findCase } from './find-case.server.ts'
import { finishAction } from './finish-action.server.ts'
import { markDuplicate } from './mark-duplicate.server.ts'
import { reopenConcern } from './reopen-concern.server.ts'
import { reviewConcern } from './review-concern.server.ts'
import { sendBackClosing } from './send-back-closing.server.ts'
import { setAction } from './set-action.server.ts'
import { signClosing } from './sign-closing.server.ts'
import { triageConcern } from './triage-concern.server.ts'

test('a case is assessed, discussed, decided, acted on, reviewed, closed, signed by a second adult and opened again; its chronology is whole', async () => {
  const id = await taken()
  await triage(id, 'high')
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  await discussConcern(of('helen'), { ...step(id), withId: of('fatima').id, words: 'It is grief.' })
  await decide(id, 'refer')
  const asked = step(id)
  await setAction(of('fatima'), { ...asked, ownerId: of('marcus').id, dueOn: today(), what: 'Ring her gran before four.' })
  await expect(closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })).rejects.toThrow('still to be done')
  await finishAction(of('marcus'), { id: newId(), actionId: asked.id, words: 'Rang at three.' })
  await reviewConcern(of('tom'), { ...step(id), reviewOn: today(), words })
  await expect(closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words }), 'over a referral that nobody made').rejects.toThrow('is not made')
  await decide(id, 'nothing_more')
  await closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })
  expect(await stateOf('fatima', id)).toBe('closing')
  await expect(signClosing(of('fatima'), { ...step(id), words: '' }), 'not by whoever closed it').rejects.toThrow(Forbidden)
  await sendBackClosing(of('tom'), { ...step(id), words: 'Her brother.' })
  expect(await stateOf('fatima', id)).toBe('in_action')
  await closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })
  await signClosing(of('tom'), { ...step(id), words: '' })
  expect(await stateOf('fatima', id)).toBe('closed')
  await reopenConcern(of('tom'), { ...step(id), words })
  expect(await findCase(of('fatima'), id)).toMatchObject({ state: 'in_action', level: 'high', holderName: 'Tom', reviewOn: null })
  expect(await kinds(id)).toEqual(['raised', 'told', 'received', 'taken-on', 'triaged', 'brought-in', 'discussed', 'decided', 'action-set', 'action-done', 'reviewed', 'decided', 'closed', 'not-signed', 'closed', 'signed', 'reopened'])
  expect((await findConcern(of('tom'), id)).chronology.find((line) => line.kind === 'triaged')).toMatchObject({ level: 'high', threshold: 'early_help', says: [{ label: 'Why this level', text: words }, { label: 'What the young person wants', text: 'To stay with her gran.' }] })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
  expect((await myConcerns(of('jay'))).find((mine) => mine.concernId === id), 'whoever raised it sees who looks after it now, and no more').toMatchObject({ takenOnByName: 'Tom' })
})

test('low needs no second signature; nothing more can be closed at once; monitoring takes a day', async () => {
  const id = await taken()
  await triage(id, 'low')
  await expect(decideConcern(of('fatima'), { ...step(id), decision: 'monitor', reasons: words, family: words })).rejects.toThrow('Pick the day')
  await decide(id, 'monitor')
  expect(await findCase(of('fatima'), id)).toMatchObject({ state: 'monitoring', reviewOn: today() })
  await decide(id, 'nothing_more')
  await closeConcern(of('fatima'), { ...step(id), outcome: 'no_harm', words })
  expect(await findCase(of('fatima'), id)).toMatchObject({ state: 'closed', reviewOn: null, can: expect.arrayContaining(['reopened', 'note']) as unknown })
})

test('nobody closes what was not assessed, and no step is taken from where it is not', async () => {
  const id = await taken()
  await expect(closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })).rejects.toThrow(Conflict)
  await expect(decide(id, 'refer')).rejects.toThrow(Conflict)
  await expect(reopenConcern(of('fatima'), { ...step(id), words })).rejects.toThrow(Conflict)
  await expect(onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of('fatima').id}', false); SELECT app.add_to_chronology(uuidv7(), '${id}', 'signed', '{}', NULL)`), 'nor past the deeds').rejects.toThrow()
})

test('two concerns are one worry: this one ends and the other goes on', async () => {
  const [id, other] = [await taken(), await taken()]
  await expect(markDuplicate(of('fatima'), { ...step(id), ofId: id, words })).rejects.toThrow(Conflict)
  await markDuplicate(of('fatima'), { ...step(id), ofId: other, words })
  expect(await stateOf('tom', id)).toBe('duplicate')
  await expect(markDuplicate(of('fatima'), { ...step(other), ofId: id, words })).rejects.toThrow('has ended')
  await reopenConcern(of('tom'), { ...step(id), words })
  expect(await stateOf('tom', id), 'never assessed, so to be assessed').toBe('taken_on')
})

test('two find two concerns to be one, each the other way round: one of them goes on', async () => {
  const [one, other] = [await taken(), await taken()]
  await Promise.allSettled([markDuplicate(of('fatima'), { ...step(one), ofId: other, words }), markDuplicate(of('tom'), { ...step(other), ofId: one, words })])
  expect([await stateOf('tom', one), await stateOf('tom', other)].sort()).toEqual(['duplicate', 'taken_on'])
})

test('what was high once takes a second signature, whatever it is called afterwards; it is not ended as the same as another', async () => {
  const [id, other] = [await taken(), await taken()]
  await triage(id, 'high')
  await triage(id, 'low')
  await expect(markDuplicate(of('fatima'), { ...step(id), ofId: other, words })).rejects.toThrow('a second adult signs')
  await closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })
  expect(await findCase(of('fatima'), id)).toMatchObject({ state: 'closing', level: 'low' })
  expect((await findCase(of('fatima'), id)).can).not.toContain('signed')
  await sendBackClosing(of('fatima'), { ...step(id), words: 'She spoke again at four.' })
  expect(await stateOf('fatima', id)).toBe('in_action')
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('nothing that is to be done is left behind: not by closing at the same moment, not as the same as another; and it can be ended after', async () => {
  const [id, other] = [await taken(), await taken()]
  await triage(id, 'low')
  const asked = step(id)
  await Promise.allSettled([setAction(of('fatima'), { ...asked, ownerId: of('marcus').id, dueOn: today(), what: words }), closeConcern(of('tom'), { ...step(id), outcome: 'helped', words })])
  const now = await findCase(of('tom'), id)
  expect(now.state === 'closed' ? now.actions : [now.state]).toEqual(now.state === 'closed' ? [] : ['triaged'])
  const waits = step(other)
  await setAction(of('fatima'), { ...waits, ownerId: of('marcus').id, dueOn: today(), what: words })
  await expect(markDuplicate(of('fatima'), { ...step(other), ofId: await taken(), words })).rejects.toThrow('still to be done')
})

test('Today says what needs whom: to assess, to read, to sign, and what is under way says nothing', async () => {
  const why = async (name: string, id: string) => (await casesToday(of(name), { take: 100 })).find((one) => one.concernId === id)?.why
  const id = await taken()
  expect([await why('fatima', id), await why('tom', id)]).toEqual(['assess', undefined])
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  expect(await why('helen', id)).toBe('read')
  await findConcern(of('helen'), id)
  expect(await why('helen', id)).toBeUndefined()
  await triage(id, 'high')
  expect(await why('fatima', id)).toBe('decide')
  await decide(id, 'refer')
  expect(await why('fatima', id)).toBe('next')
  await setAction(of('fatima'), { ...step(id), ownerId: of('grace').id, dueOn: today(), what: words })
  expect([await why('fatima', id), (await actionsToday(of('grace'))).length > 0]).toEqual([undefined, true])
})

test('two leads at once, and one form sent twice: each step once, and the second is told', async () => {
  const id = await taken()
  const form = { ...step(id), level: 'low' as const, threshold: 'universal' as const, reasons: words }
  await Promise.all([triageConcern(of('fatima'), form), triageConcern(of('fatima'), form), triageConcern(of('fatima'), form)])
  await triageConcern(of('fatima'), form)
  expect((await kinds(id)).filter((kind) => kind === 'triaged')).toHaveLength(1)
  const both = await Promise.allSettled(['fatima', 'tom'].map((name) => closeConcern(of(name), { ...step(id), outcome: 'helped', words })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
  const asked = [step(id), step(id)]
  await reopenConcern(of('tom'), { ...step(id), words })
  for (const one of asked) await setAction(of('fatima'), { ...one, ownerId: of('marcus').id, dueOn: today(), what: words })
  const done = await Promise.allSettled([finishAction(of('marcus'), { id: newId(), actionId: asked[0]!.id, words }), finishAction(of('fatima'), { id: newId(), actionId: asked[0]!.id, words }), dropAction(of('tom'), { ...step(id), actionId: asked[0]!.id, words })])
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test.each([['state', `'closed'`], ['"caseLevel"', `'low'`], ['"holderId"', 'uuidv7()'], ['"reviewOn"', `'2020-01-01'`]])('the head’s %s, changed by hand, is named', async (column, value) => {
  const id = await taken()
  await triage(id, 'high')
  await onServer(databaseUrl(), `SET session_replication_role = replica; UPDATE "ChronologyHead" SET ${column} = ${value} WHERE "concernId" = '${id}'`)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: false, why: 'Where the case stands is not what the lines say.' })
})
