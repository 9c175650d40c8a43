import { beforeAll, expect, test } from 'vitest'
import { cast, decide, kinds, of, stateOf, step, taken, triage, words } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { keepAgency } from '../agencies/keep-agency.server.ts'
import { endAgency } from '../agencies/end-agency.server.ts'
import { now, today } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addToChronology } from '../safeguarding/add-to-chronology.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { casesToday } from './cases-today.server.ts'
import { chaseAgency } from './chase-agency.server.ts'
import { closeConcern } from './close-concern.server.ts'
import { findCase } from './find-case.server.ts'
import { decideConcern } from './decide-concern.server.ts'
import { findReferral } from './find-referral.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { markDuplicate } from './mark-duplicate.server.ts'
import { prepareReferral } from './prepare-referral.server.ts'
import { printReferral } from './print-referral.server.ts'
import { referConcern } from './refer-concern.server.ts'
import { reopenConcern } from './reopen-concern.server.ts'
import { sharingLog } from './sharing-log.server.ts'
import { takeFurther } from './take-further.server.ts'
import { writeDownAnswer, type WriteDownAnswer } from './write-down-answer.server.ts'

async function agency(kind: Parameters<typeof keepAgency>[1]['kind'], name: string) {
  const id = newId()
  await keepAgency(of('fatima'), { id, organisationId: cast.riverside, kind, area: 'Eastmarsh', name, phone: '020 7946 0101', hours: 'Monday to Friday' })
  return id
}
let [mash, police, lado] = ['', '', '']
beforeAll(async () => { [mash, police, lado] = [await agency('front_door', 'Eastmarsh MASH'), await agency('police', 'Police'), await agency('lado', 'Eastmarsh LADO')] })
const form = { child: 'Wren Hale, born 4 May 2014', said: '“He hits me.”', done: 'Seen at two.', family: 'Not told: it may be about him.', ask: 'An assessment today.', referrer: 'Fatima', how: 'Rung at 14:10, then their page.', basis: 'public_task' } as const
const refer = (concernId: string, agencyId = mash, by = 'fatima', more: object = {}) => referConcern(of(by), { ...step(concernId), agencyId, happenedAt: localOf(now(), 'Europe/London'), ...form, ...more })
/** A case in which it was decided to refer. */
async function toRefer() {
  const id = await taken()
  await triage(id, 'high')
  await decide(id, 'refer')
  return id
}
const referrals = async (id: string) => (await findCase(of('tom'), id)).referrals
const answer = (concernId: string, number: number, more: Partial<WriteDownAnswer> = {}, by = 'fatima') => writeDownAnswer(of(by), { ...step(concernId), number, answer: 'accepted', who: 'Ann Low, social worker', reference: 'EM-1', words: 'A visit tomorrow.', ...more })
const why = async (name: string, id: string) => (await casesToday(of(name), { take: 100 })).find((one) => one.concernId === id)

test('a referral is drawn from the case, made, chased when a working day has passed, taken further, and answered; all of it on record', async () => {
  const id = await toRefer()
  expect((await findCase(of('fatima'), id)).toRefer).toBe('refer')
  const { draft, agencies } = await prepareReferral(of('fatima'), id)
  expect(draft).toMatchObject({ child: 'Wren', said: 'A bruise on her arm.', wishes: 'To stay with her gran.', family: 'Mum knows since Tuesday.', done: 'First: See her at two.' })
  expect(JSON.stringify(draft), 'nor who raised it').not.toContain('Jay')
  expect(agencies.map(({ name }) => name)).toContain('Eastmarsh MASH')
  await refer(id)
  expect(await stateOf('tom', id)).toBe('awaiting_agency')
  const [made] = await referrals(id)
  expect(made).toMatchObject({ agencyName: 'Eastmarsh MASH', isOpen: true, isLate: false, chases: 0 })
  expect((await sharingLog(of('tom'))).find((entry) => entry.concernId === id)).toMatchObject({ kind: 'referred', recipient: 'social_care', basis: 'public_task' })
  expect(await why('fatima', id)).toBeUndefined()
  await moveClock('5 days')
  for (const name of ['fatima', 'tom']) expect(await why(name, id), name).toMatchObject({ silent: { agencyName: 'Eastmarsh MASH' } })
  await chaseAgency(of('tom'), { ...step(id), number: made!.number, who: 'The duty desk', words: 'Nobody has looked at it yet.' })
  expect(await why('tom', id)).toBeUndefined()
  await moveClock('5 days')
  await takeFurther(of('fatima'), { ...step(id), number: made!.number, who: 'The team manager', words: 'Asked for a decision today.' })
  await answer(id, made!.number, { answer: 'looking', askOn: today() })
  expect([await stateOf('tom', id), (await why('fatima', id))?.silent?.agencyName]).toEqual(['awaiting_agency', 'Eastmarsh MASH'])
  await answer(id, made!.number)
  expect([await stateOf('tom', id), (await referrals(id))[0]!.answer]).toEqual(['in_action', 'accepted'])
  expect((await kinds(id)).slice(-6)).toEqual(['decided', 'referred', 'chased', 'escalated', 'agency-answered', 'agency-answered'])
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  await moveClock('0')
})

test('two agencies: the case waits until both have answered, whoever answers first, and when both answer at once', async () => {
  const id = await toRefer()
  await refer(id)
  await refer(id, police)
  const numbers = (await referrals(id)).map(({ number }) => number)
  const [one, other] = await Promise.allSettled([answer(id, numbers[0]!), answer(id, numbers[1]!, {}, 'tom')])
  if (one.status === 'rejected') await answer(id, numbers[0]!)
  if (other.status === 'rejected') await answer(id, numbers[1]!, {}, 'tom')
  expect([await stateOf('fatima', id), (await referrals(id)).map(({ isOpen }) => isOpen)]).toEqual(['in_action', [false, false]])
  await expect(answer(id, numbers[0]!), 'nobody waits any more').rejects.toThrow(Conflict)
  await refer(id)
  expect(await stateOf('fatima', id)).toBe('awaiting_agency')
  await expect(closeConcern(of('fatima'), { ...step(id), outcome: 'passed_on', words }), 'not closed while an agency is waited for').rejects.toThrow(Conflict)
})

test('each agency is told what it needs: nothing needed is left out, the LADO hears why, and what it is not for stays away', async () => {
  const id = await toRefer()
  await expect(refer(id, mash, 'fatima', { said: '' })).rejects.toThrow('This has to be said.')
  await expect(refer(id, lado, 'fatima', { adult: 'A coach' })).rejects.toThrow('low-level concern')
  await refer(id, lado, 'fatima', { adult: 'A coach', harm: 'harmed', threats: 'For Prevent only' })
  const [made] = await referrals(id)
  const { line } = await findReferral(of('tom'), { concernId: id, number: made!.number })
  expect(line).toMatchObject({ harm: 'harmed', agencyName: 'Eastmarsh LADO' })
  expect(line.says.map(({ label }) => label)).not.toContain('Threats, and to whom')
  const { pdf, file } = await printReferral(of('tom'), { concernId: id, number: made!.number })
  expect([pdf.toString('latin1').slice(0, 8), file]).toEqual(['%PDF-1.7', expect.stringMatching(/^referral-\d{4}-\d\d-\d\d\.pdf$/)])
  expect((await kinds(id)).at(-1)).toBe('printed')
})

test.each(['marcus', 'jay', 'grace', 'bea', 'hana', 'ella'])('%s neither refers, nor reads or takes out a referral, nor answers it', async (name) => {
  const id = await toRefer()
  await refer(id)
  const number = (await referrals(id))[0]!.number
  const deeds = [refer(id, mash, name), prepareReferral(of(name), id), findReferral(of(name), { concernId: id, number }), printReferral(of(name), { concernId: id, number }), answer(id, number, {}, name), chaseAgency(of(name), { ...step(id), number, who: words, words })]
  for (const outcome of await Promise.allSettled(deeds)) expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(NotFound)
})

test('whoever was brought in reads it and does no more; whom it is kept from sees nothing; only to an entry of this setting that is still there', async () => {
  const id = await toRefer()
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  const gone = await agency('other', 'A partner')
  await endAgency(of('fatima'), { agencyId: gone })
  await expect(refer(id, gone)).rejects.toThrow('taken out')
  await refer(id)
  const number = (await referrals(id))[0]!.number
  expect((await findReferral(of('helen'), { concernId: id, number })).line.says[0]).toMatchObject({ text: form.child })
  for (const outcome of await Promise.allSettled([printReferral(of('helen'), { concernId: id, number }), prepareReferral(of('helen'), id), refer(id, mash, 'helen')])) expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(Forbidden)
  await keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words })
  await expect(findReferral(of('tom'), { concernId: id, number })).rejects.toThrow(NotFound)
  expect(await why('tom', id)).toBeUndefined()
})

test('sent twice it is one referral; past the deeds no answer comes for what nobody asked', async () => {
  const id = await toRefer()
  const one = step(id)
  await Promise.all([1, 2].map(() => referConcern(of('fatima'), { ...one, agencyId: mash, happenedAt: localOf(now(), 'Europe/London'), ...form })))
  expect(await referrals(id)).toHaveLength(1)
  const add = (facts: object) => onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of('fatima').id}', false); SELECT app.add_to_chronology(uuidv7(), '${id}', 'agency-answered', '${JSON.stringify(facts)}', '\\x01')`)
  await expect(add({ referralId: newId(), stillWaiting: false, isEnd: true })).rejects.toThrow('nobody waits')
  await expect(add({ referralId: one.id, stillWaiting: true, isEnd: true }), 'it says that it waits, and it does not').rejects.toThrow('moved on')
})

test('handed on while an agency is waited for, and opened again: the case still waits for it, and it is chased', async () => {
  const id = await toRefer()
  await refer(id)
  const number = (await referrals(id))[0]!.number
  const add = (kind: string, facts: object) => change(of('fatima'), (tx) => tx.$queryRawUnsafe(`SELECT app.add_to_chronology(uuidv7(), '${id}', '${kind}', '${JSON.stringify(facts)}', '\\x01')`))
  await expect(add('transferred', {})).rejects.toThrow('an agency is still')
  // As it could be once.
  await asOwner(`UPDATE "LineKind" SET "underLock" = 'nothing_to_do' WHERE kind = 'transferred'`)
  await change(of('fatima'), (tx) => addToChronology(tx, { concernId: id, organisationId: cast.riverside, kind: 'transferred', words: JSON.stringify({}) }))
  await asOwner(`UPDATE "LineKind" SET "underLock" = 'nothing_is_open' WHERE kind = 'transferred'`)
  await expect(add('reopened', { stillWaiting: false }), 'it says that nobody is waited for').rejects.toThrow('moved on')
  const one = { ...step(id), words }
  await Promise.allSettled([reopenConcern(of('tom'), one), reopenConcern(of('tom'), one)])
  expect(await stateOf('tom', id)).toBe('awaiting_agency')
  expect((await kinds(id)).filter((kind) => kind === 'reopened')).toHaveLength(1)
  await moveClock('4 days')
  expect(await why('tom', id)).toMatchObject({ why: 'chase' })
  await moveClock('0')
  await answer(id, number)
  expect(await stateOf('tom', id)).toBe('in_action')
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
})

test('a decided referral that nobody made is not closed over, by a form or past it; made and answered, or decided again, it can be', async () => {
  const sql = (id: string, kind: 'closed' | 'duplicate', facts: object) => onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of('fatima').id}', false); SELECT app.add_to_chronology(uuidv7(), '${id}', '${kind}', '${JSON.stringify(facts)}', '\\x01')`)
  const close = (id: string) => closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })
  const other = await taken()
  for (const decision of ['refer', 'police', 'lado', 'early_help', 'specialist_help'] as const) {
    const id = await taken()
    await triage(id, 'low')
    await decideConcern(of('fatima'), { ...step(id), decision, reasons: words, family: words })
    await expect(close(id), decision).rejects.toThrow('a referral that was decided is not made')
    await expect(markDuplicate(of('fatima'), { ...step(id), ofId: other, words }), decision).rejects.toThrow('a referral that was decided is not made')
    for (const [kind, facts] of [['closed', { outcome: 'helped' }], ['duplicate', { ofId: other }]] as const) await expect(sql(id, kind, facts), `${decision} ${kind}`).rejects.toThrow('still to be asked')
    const { can } = await findCase(of('tom'), id)
    expect([can.includes('closed'), can.includes('duplicate'), can.includes('decided')], decision).toEqual([false, false, true])
  }
  const decidedAgain = await toRefer()
  await decide(decidedAgain, 'nothing_more')
  expect((await findCase(of('fatima'), decidedAgain)).can).toContain('closed')
  await close(decidedAgain)
  expect(await stateOf('tom', decidedAgain)).toBe('closing')
  const made = await toRefer()
  await refer(made)
  await answer(made, (await referrals(made))[0]!.number)
  await close(made)
  expect(await stateOf('tom', made)).toBe('closing')
})
