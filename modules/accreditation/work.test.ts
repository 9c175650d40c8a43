import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { phonePhoto } from '#tests/support/phone-photo.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { onServer } from '#tests/support/template.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { endRole } from '../organisations/end-role.server.ts'
import { decideCriterion } from './decide-criterion.server.ts'
import { findFile, findFileThatWaits, findFileToHandIn } from './find-file.server.ts'
import { findMatrix } from './find-matrix.server.ts'
import { handInWork } from './hand-in-work.server.ts'
import { keepFile } from './keep-file.server.ts'
import { markOf } from './look-for-names.server.ts'
import { sweepFiles } from './sweep-files.server.ts'
import { takeBackEvidence } from './take-back-evidence.server.ts'
import { withdrawLearner } from './withdraw-learner.server.ts'

let cast: Cast
let registered: Record<string, string>
let criteria: Record<string, string>
const of = (name: string) => cast.people[name]!
let photo: Buffer

beforeAll(async () => {
  cast = await theCast()
  ;({ registered, criteria } = await registeredLearners(cast, ['amara', 'jay', 'priya']))
  photo = await phonePhoto()
})

const keep = (name: string, bytes: Uint8Array, saidType = 'image/jpeg', file = 'IMG_0001.jpg') => keepFile(of(name), { registrationId: registered[name]!, bytes, saidType, name: file })
const handIn = async (name: string, fileId: string, number: string, more: Partial<Parameters<typeof handInWork>[1]> = {}) => {
  const words = 'The plan we drew for their first small step.'
  const given = { id: newId(), registrationId: registered[name]!, fileId, words, criterionIds: [criteria[number]!], declared: true as const, looked: markOf(words), hasNobodyElse: true as const, hasNoNames: true as const, hasNoPlaces: true as const, ...more }
  await handInWork(of(name), given)
  return given
}
const count = async (table: string, where: string) => Number(((await onServer(databaseUrl(), `SELECT count(*) AS count FROM "${table}" WHERE ${where}`)) as { rows: { count: string }[] }).rows[0]!.count)

test('that somebody else opened a file is on record, once a person, file and quarter of an hour; the learner’s own looking is not', async () => {
  const fileId = await keep('amara', photo)
  await handIn('amara', fileId, 'EX1 1.1')
  const looks = (name: string) => read(of(name), (tx) => tx.act.count({ where: { kind: 'accreditation.file-looked-at', byId: of(name).id, facts: { path: ['fileId'], equals: fileId } } }))
  await findFile(of('amara'), { fileId })
  for (const name of ['noor', 'noor', 'owen']) await findFile(of(name), { fileId })
  for (const name of ['jay', 'marcus', 'grace', 'sam', 'eve', 'zia', 'cass']) await expect(findFile(of(name), { fileId }), name).rejects.toThrow(NotFound)
  expect([await looks('amara'), await looks('noor'), await looks('owen'), await looks('jay')]).toEqual([0, 1, 1, 0])
  await moveClock('16 minutes')
  await findFile(of('noor'), { fileId })
  await moveClock('0')
  expect(await looks('noor')).toBe(2)
})

test('a file is the learner’s alone until it is handed in; then the assessors’ and quality assurers’ of the setting, and nobody else’s', async () => {
  const fileId = await keep('amara', photo)
  for (const name of ['noor', 'owen', 'grace', 'sam', 'marcus', 'helen', 'jay', 'zia', 'fatima', 'ella', 'eve']) await expect(findFile(of(name), { fileId }), name).rejects.toThrow(NotFound)
  await expect(keepFile(of('jay'), { registrationId: registered.amara!, bytes: photo, saidType: 'image/jpeg', name: 'a.jpg' })).rejects.toThrow(NotFound)
  for (const name of ['noor', 'sam', 'grace']) await expect(keepFile(of(name), { registrationId: registered.amara!, bytes: photo, saidType: 'image/jpeg', name: 'a.jpg' }), name).rejects.toThrow(Forbidden)

  const given = await handIn('amara', fileId, 'EX5 1.4')
  await handInWork(of('amara'), given)
  for (const name of ['amara', 'noor', 'owen']) {
    expect((await findFile(of(name), { fileId })).type, name).toBe('image/jpeg')
    expect((await findMatrix(of(name), { registrationId: registered.amara! })).evidence.find(({ id }) => id === given.id), name).toMatchObject({ kind: 'work', words: given.words, file: { id: fileId, width: 400 } })
  }
  for (const name of ['grace', 'sam', 'marcus', 'helen', 'jay', 'zia', 'fatima', 'ella', 'eve', 'vera', 'hana']) await expect(findFile(of(name), { fileId }), name).rejects.toThrow(NotFound)
  expect(await findFileToHandIn(of('amara'), { fileId })).toBeNull()
  await expect(handIn('amara', fileId, 'EX6 1.4')).rejects.toThrow('handed in already')
  const acts = await read(of('amara'), (tx) => tx.act.findMany({ where: { byId: of('amara').id, kind: 'accreditation.evidence-handed-in' } }))
  expect(acts.filter(({ facts }) => (facts as { evidenceId: string }).evidenceId === given.id)).toMatchObject([{ facts: { kind: 'work', criteria: 1 } }])
})

test('each of the three is looked at, the words are looked through, and it shows what it can show', async () => {
  const fileId = await keep('priya', photo)
  for (const missing of ['hasNobodyElse', 'hasNoNames', 'hasNoPlaces'] as const) await expect(handIn('priya', fileId, 'EX5 1.4', { [missing]: false as never }), missing).rejects.toThrow('Look or listen again')
  await expect(handIn('priya', fileId, 'EX5 1.4', { looked: markOf('other words') })).rejects.toThrow(Conflict)
  await expect(handIn('priya', fileId, 'EX3 1.1')).rejects.toThrow('cannot show 1.1')
  await expect(handIn('priya', newId(), 'EX5 1.4')).rejects.toThrow('not here any more')
  await expect(handIn('jay', fileId, 'EX5 1.4')).rejects.toThrow('not here any more')
  expect(await count('Evidence', `"fileId" = '${fileId}'`)).toBe(0)
  // Of two tabs that hand in the same file one is first.
  const both = await Promise.allSettled([handIn('priya', fileId, 'EX5 1.4'), handIn('priya', fileId, 'EX6 1.4')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('taken back, a photo is gone with its key; decided, it stays', async () => {
  const [first, second] = [await keep('priya', photo), await keep('priya', photo)]
  const piece = await handIn('priya', first, 'EX2 2.1')
  await takeBackEvidence(of('priya'), { evidenceId: piece.id })
  for (const name of ['priya', 'noor', 'owen']) await expect(findFile(of(name), { fileId: first }), name).rejects.toThrow(NotFound)
  expect([await count('EvidenceFile', `id = '${first}'`), await count('RowKey', `"rowId" = '${first}'`), await count('Evidence', `id = '${piece.id}'`)]).toEqual([0, 0, 1])

  const kept = await handIn('priya', second, 'EX2 2.2')
  await decideCriterion(of('noor'), { id: newId(), registrationId: registered.priya!, criterionId: criteria['EX2 2.2']!, attempt: 1, evidenceIds: [kept.id], outcome: 'met', feedback: 'I can see the plan.', isValid: true, isAuthentic: true, isCurrent: true, isSufficient: true })
  await expect(takeBackEvidence(of('priya'), { evidenceId: kept.id })).rejects.toThrow(Conflict)
  expect((await findFile(of('noor'), { fileId: second })).type).toBe('image/jpeg')
})

test('taken back while they are held, a photo stays and nothing says so; when the hold has ended it goes', async () => {
  const fileId = await keep('priya', photo)
  const piece = await handIn('priya', fileId, 'EX2 2.1')
  const hold = newId()
  await onServer(databaseUrl(), `INSERT INTO "LegalHold" (id, "organisationId", "personId", reason, "byId") VALUES ('${hold}', '${cast.riverside}', '${of('priya').id}', '\\x00', '${of('fatima').id}')`)
  await takeBackEvidence(of('priya'), { evidenceId: piece.id })
  await moveClock('+26 hours')
  await sweepFiles()
  expect([await count('EvidenceFile', `id = '${fileId}'`), await count('RowKey', `"rowId" = '${fileId}'`)]).toEqual([1, 1])
  await onServer(databaseUrl(), `UPDATE "LegalHold" SET "endedAt" = app.now(), "endedById" = "byId", "endReason" = '\\x00' WHERE id = '${hold}'`)
  await sweepFiles()
  expect([await count('EvidenceFile', `id = '${fileId}'`), await count('RowKey', `"rowId" = '${fileId}'`)]).toEqual([0, 0])
  await moveClock('0')
})

test('what is not handed in goes: the oldest of many, and all of it after a day', async () => {
  const ids: string[] = []
  for (let at = 0; at < 5; at++) ids.push(await keep('jay', Buffer.from(`Draft ${at}`), 'text/plain', 'a.txt'))
  expect(await findFileToHandIn(of('jay'), { fileId: ids[0]! })).toBeNull()
  expect(await findFileToHandIn(of('jay'), { fileId: ids[4]! })).toMatchObject({ text: 'Draft 4' })
  // A page that was lost is gone on with, by nobody else, and not longer than it can be handed in.
  expect(await findFileThatWaits(of('jay'))).toMatchObject({ id: ids[4], type: 'text/plain' })
  expect((await findFileThatWaits(of('priya')))?.id).not.toBe(ids[4])
  const handedIn = await count('EvidenceFile', `id IN (SELECT "fileId" FROM "Evidence")`)
  expect(handedIn).toBeGreaterThan(0)
  await moveClock('+24 hours 30 minutes')
  await expect(handIn('jay', ids[4]!, 'EX5 1.4')).rejects.toThrow('not here any more')
  expect(await findFileThatWaits(of('jay'))).toBeNull()
  expect(await findFileToHandIn(of('jay'), { fileId: ids[4]! })).not.toBeNull()
  await moveClock('+1 hour')
  expect(await sweepFiles()).toBeGreaterThan(0)
  expect(await count('EvidenceFile', 'true')).toBe(handedIn)
  expect(await count('RowKey', `"ofTable" = 'EvidenceFile'`)).toBe(handedIn)
  await moveClock('0')
})

test('nobody who is withdrawn, and no assessor who has left, keeps or reads one', async () => {
  const fileId = await keep('jay', photo)
  await handIn('jay', fileId, 'EX1 1.1')
  await withdrawLearner(of('grace'), { registrationId: registered.jay! })
  await expect(keep('jay', photo)).rejects.toThrow('not registered on this any more')
  const { rows: [membership] } = await onServer(databaseUrl(), `SELECT id FROM "Membership" WHERE "personId" = '${of('noor').id}' AND "organisationId" = '${cast.riverside}' AND role = 'assessor'`) as { rows: { id: string }[] }
  await endRole(of('grace'), { membershipId: membership!.id })
  await expect(findFile(of('noor'), { fileId })).rejects.toThrow(NotFound)
})
