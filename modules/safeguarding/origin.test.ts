import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { aMeeting } from '#tests/support/a-room.ts'
import { theCast } from '#tests/support/cast.ts'
import { readyMentors } from '#tests/support/ready-mentors.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { theCourses } from '../curriculum/the-curriculum.server.ts'
import { saveText } from '../journals/save-text.server.ts'
import { shareEntry } from '../journals/share-entry.server.ts'
import { takeBackEntry } from '../journals/take-back-entry.server.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { pairUp } from '../mentoring/pair-up.server.ts'
import { findConcern } from './find-concern.server.ts'
import { originOf } from './origin.ts'
import { originToHandOn } from './origin-to-hand-on.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'
import { verifyChronology } from './verify-chronology.server.ts'

let cast: Cast
let origins: Record<'entry' | 'share' | 'unit' | 'meeting' | 'pair', string>
const of = (name: string) => cast.people[name]!
const secret = 'I never told anybody about the shed.'
const worry = (by: string, from: string, more: object = {}) => raiseConcern(of(by), { id: newId(), organisationId: cast.riverside, who: 'Wren', what: 'He does not want to go home.', danger: 'soon', from, ...more })
const seen = async (by: string, id: string) => (await findConcern(of(by), id)).origin

beforeAll(async () => {
  cast = await theCast()
  await readyMentors(cast, ['amara'])
  const entryId = newId()
  await saveText(of('amara'), { entryId, writingId: newId(), step: 1, revision: 0, body: { kind: 'plain', text: `A long day.\n\n${secret}` } })
  const { meetingId } = await aMeeting(cast)
  const shareId = newId()
  await shareEntry(of('amara'), { shareId, entryId, withId: of('marcus').id })
  const menteeId = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Kestrel' })
  const [course] = theCourses
  origins = {
    entry: `journal_entry:${entryId}`, share: `shared_entry:${shareId}`, unit: `unit:${course!.slug}/${course!.sessions[0]!.units[0]!.slug}`, meeting: `meeting:${meetingId}`,
    pair: `pair:${await pairUp(of('marcus'), { menteeId, mentorId: of('amara').id })}`,
  }
})

test('it says where it comes from, to its readers alone, and nothing of what stands there', async () => {
  const said = { entry: { kind: 'journal_entry', name: null }, unit: { kind: 'unit', name: theCourses[0]!.sessions[0]!.units[0]!.title }, meeting: { kind: 'meeting', name: expect.stringMatching(/^Group/) as unknown }, pair: { kind: 'pair', name: 'Kestrel' } } as const
  for (const [what, expected] of Object.entries(said)) {
    const id = await worry('amara', origins[what as keyof typeof said])
    for (const name of ['fatima', 'tom', 'marcus']) expect(await seen(name, id), `${what} ${name}`).toMatchObject(expected)
    expect(JSON.stringify(await findConcern(of('fatima'), id))).not.toContain('shed')
    for (const name of ['amara', 'jay', 'helen', 'grace', 'bea', 'hana'])
      expect(await read(of(name), async (tx) => [await tx.concernOrigin.count({ where: { concernId: id } }), await tx.$queryRaw`SELECT app.origin_name(${id}::uuid) AS name`]), `${what} ${name}`).toEqual([0, [{ name: null }]])
    expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  }
  expect(await seen('fatima', await worry('marcus', origins.share))).toMatchObject({ kind: 'shared_entry', name: 'Amara', at: expect.any(Date) as unknown })
})

test('a youth worker no longer sees it once it is taken on; whom it is kept from never does', async () => {
  const id = await worry('amara', origins.meeting)
  await takeOnConcern(of('fatima'), { concernId: id, firstStep: 'See him at two.' })
  const kept = await worry('amara', origins.meeting, { isAboutAdult: true, keptFrom: [of('marcus').id] })
  for (const concernId of [id, kept]) expect(await read(of('marcus'), (tx) => tx.concernOrigin.count({ where: { concernId } }))).toBe(0)
})

test('nobody names what is not theirs to see: the worry goes without it', async () => {
  const cases = [
    ['jay', origins.entry], ['marcus', origins.entry], ['amara', origins.share], ['helen', origins.share], ['priya', origins.meeting], ['fatima', origins.meeting], ['jay', origins.pair], ['grace', origins.pair],
    ['amara', 'unit:peer-mentor-level-2/no-such-unit'], ['amara', `meeting:${newId()}`], ['amara', 'meeting:nonsense'], ['amara', 'something:else'], ['amara', ''], ['amara', "unit:a'; DROP TABLE x"],
  ] as const
  for (const [by, from] of cases) {
    expect(await originToHandOn(of(by), { from }), `${by} ${from}`).toBeNull()
    expect(await seen('tom', await worry(by, from)), `${by} ${from}`).toBeNull()
  }
  // Nor in a setting it does not belong to.
  const id = await raiseConcern(of('helen'), { id: newId(), organisationId: cast.harbour, who: 'Wren', what: 'Words.', danger: 'soon', from: origins.meeting })
  expect(await seen('bea', id)).toBeNull()
})

test('what was taken back cannot be named any more; the row is written by nobody directly, and not afterwards', async () => {
  await takeBackEntry(of('amara'), { shareId: origins.share.split(':')[1]! })
  expect(await originToHandOn(of('marcus'), { from: origins.share })).toBeNull()
  const id = await worry('amara', '')
  const [kind, source] = origins.entry.split(':')
  await expect(read(of('amara'), (tx) => tx.concernOrigin.createMany({ data: [{ concernId: id, organisationId: cast.riverside, kind: 'journal_entry', source: source! }] }))).rejects.toThrow()
  expect(await read(of('amara'), (tx) => tx.$queryRaw`SELECT app.name_origin(${id}::uuid, ${kind}::"OriginKind", ${source}) AS named`).catch(() => [{ named: false }])).toEqual([{ named: false }])
})

test('whoever raises it may lift a passage of what they can read, and sees which', async () => {
  expect(await originToHandOn(of('amara'), { from: origins.entry })).toMatchObject({ kind: 'journal_entry', passages: ['A long day.', secret] })
  expect((await originToHandOn(of('amara'), { from: origins.meeting }))?.passages).toEqual([])
})

test('what an address carries is a kind and an id, or nothing', () => {
  expect(originOf('unit:peer-mentor-level-2/listening')).toEqual({ kind: 'unit', source: 'peer-mentor-level-2/listening' })
  for (const text of [null, undefined, '', 'unit', 'unit:', 'unit:../x', 'diary:1', 'meeting:A B', `unit:${'x'.repeat(300)}`]) expect(originOf(text), String(text)).toBeNull()
})
