import { beforeAll, expect, test } from 'vitest'
import { aMeeting } from '#tests/support/a-room.ts'
import { theCast } from '#tests/support/cast.ts'
import { readyMentors } from '#tests/support/ready-mentors.ts'
import { onServer } from '#tests/support/template.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { saveText } from '../journals/save-text.server.ts'
import { askSharer } from './ask-sharer.server.ts'
import { findAdultConcern } from './find-adult-concern.server.ts'
import { handOn } from './hand-on.server.ts'
import { holdAdultConcern } from './hold-adult-concern.server.ts'
import { verifyAdultConcerns } from './verify-adult-concerns.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const secret = 'He drove me to the beach.'
let entry: string
let meeting: string
const worry = (by: string, from: string, more: object = {}) => handOn(of(by), { id: newId(), organisationId: cast.riverside, who: 'Wren', what: 'He texts her at night.', danger: 'soon', isAboutAdult: true, aboutName: 'A coach', from, ...more })
const seen = async (by: string, id: string) => (await findAdultConcern(of(by), id)).origin
const isWhole = async (id: string) => (await verifyAdultConcerns()).find((one) => one.adultConcernId === id)!.isWhole
const rows = (name: string, id: string) => read(of(name), (tx) => tx.adultOrigin.count({ where: { adultConcernId: id } }))

beforeAll(async () => {
  await readyMentors(cast, ['amara'])
  const entryId = newId()
  await saveText(of('amara'), { entryId, writingId: newId(), step: 1, revision: 0, body: { kind: 'plain', text: secret } })
  entry = `journal_entry:${entryId}`
  meeting = `meeting:${(await aMeeting(cast)).meetingId}`
})

test('from the one form, where a worry comes from goes along to those who keep it, and nothing of what stands there', async () => {
  const id = await worry('amara', entry)
  for (const name of ['fatima', 'tom']) expect(await seen(name, id)).toMatchObject({ kind: 'journal_entry', name: null })
  expect(await seen('fatima', await worry('amara', meeting))).toMatchObject({ kind: 'meeting', name: expect.stringMatching(/^Group/) as unknown, at: expect.any(Date) as unknown })
  expect(JSON.stringify(await findAdultConcern(of('fatima'), id))).not.toContain('beach')
  expect((await findAdultConcern(of('tom'), id)).lines.filter(({ kind }) => kind !== 'looked').map(({ kind, byName }) => `${kind} ${byName ?? ''}`.trim())).toEqual(['raised Amara', 'told', 'came-from Amara'])
  for (const name of ['amara', 'marcus', 'hana', 'bea', 'grace', 'ella']) expect([await rows(name, id), await read(of(name), (tx) => tx.$queryRaw`SELECT app.adult_origin_name(${id}::uuid) AS name`)], name).toEqual([0, [{ name: null }]])
  expect(await isWhole(id)).toBe(true)
})

test('where the name is kept apart, where they were is too, until somebody asks; and neither the lines nor their facts say it', async () => {
  const id = await worry('amara', entry, { isApart: true })
  expect([await seen('fatima', id), await rows('fatima', id)]).toEqual([null, 0])
  const lines = await read(of('fatima'), (tx) => tx.adultLine.findMany({ where: { adultConcernId: id } }))
  expect(JSON.stringify(lines)).not.toContain(entry.split(':')[1]!)
  expect(lines.find(({ kind }) => kind === 'came-from')).toMatchObject({ byId: null })
  await askSharer(of('fatima'), { id: newId(), adultConcernId: id, words: 'A child may have seen it.' })
  expect([await seen('fatima', id), await seen('tom', id)]).toEqual([expect.objectContaining({ kind: 'journal_entry' }), null])
  expect(await isWhole(id)).toBe(true)
})

test('nobody names what is not theirs to see: the worry goes without it; nor later, nor by hand, nor for another', async () => {
  for (const [by, from] of [['jay', entry], ['fatima', meeting], ['amara', `meeting:${newId()}`], ['amara', 'unit:peer-mentor-level-2/no-such-unit'], ['amara', "unit:a'; DROP TABLE x"], ['amara', '']] as const)
    expect(await seen('tom', await worry(by, from)), `${by} ${from}`).toBeNull()
  const id = await worry('amara', '')
  const named = (by: string) => change(of(by), (tx) => tx.$queryRawUnsafe<{ named: boolean }[]>(`SELECT app.name_adult_origin('${id}', 'meeting', '${meeting.split(':')[1]!}') AS named`)).then(([row]) => row!.named)
  expect([await named('marcus'), await named('fatima')]).toEqual([false, false])
  await holdAdultConcern(of('tom'), { id: newId(), adultConcernId: id })
  expect(await named('amara')).toBe(false)
  await expect(change(of('amara'), (tx) => tx.adultOrigin.createMany({ data: [{ adultConcernId: id, organisationId: cast.riverside, kind: 'unit', source: 'a/b' }] }))).rejects.toThrow()
})

test('sent twice it is said once; changed by hand, the verifier names its line', async () => {
  const form = { id: newId() }
  await Promise.all([worry('amara', meeting, form), worry('amara', meeting, form)])
  expect((await findAdultConcern(of('tom'), form.id)).lines.filter(({ kind }) => kind === 'came-from')).toHaveLength(1)
  await onServer(databaseUrl(), `SET session_replication_role = replica; UPDATE "AdultOrigin" SET source = 'other' WHERE "adultConcernId" = '${form.id}'`)
  expect((await verifyAdultConcerns()).find((one) => one.adultConcernId === form.id)).toMatchObject({ isWhole: false, brokenAt: 3 })
})
