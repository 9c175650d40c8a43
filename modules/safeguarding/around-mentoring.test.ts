import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { aMeeting } from '#tests/support/a-room.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { readyMentors } from '#tests/support/ready-mentors.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import type { Visitor } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { endPair } from '../mentoring/end-pair.server.ts'
import { findVisit } from '../mentoring/find-visit.server.ts'
import { giveMenteeCode } from '../mentoring/give-mentee-code.server.ts'
import { letMenteeIn } from '../mentoring/let-mentee-in.server.ts'
import { lookUpVisit } from '../mentoring/look-up-visit.server.ts'
import { pairUp } from '../mentoring/pair-up.server.ts'
import { endRole } from '../organisations/end-role.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { addToGroup } from '../supervision/add-to-group.server.ts'
import { endGroupPlace } from '../supervision/end-group-place.server.ts'
import { climb } from './climb.server.ts'
import { concernsWaiting } from './concerns-waiting.server.ts'
import { findConcern } from './find-concern.server.ts'
import { findMyConcern } from './my-concerns.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'
import { verifyChronology } from './verify-chronology.server.ts'
import { whoGetsIt } from './who-gets-it.server.ts'

let cast: Cast
let visitor: Visitor
let groupId: string
const of = (name: string) => cast.people[name]!
const worry = (by: Visitor, more: object = {}) => raiseConcern(by, { id: newId(), who: 'My mentor', what: 'He shouts at me when we are alone.', danger: 'not_now', isAboutMentoring: true, ...more })
const toldOf = async (id: string) => (await read(of('fatima'), (tx) => tx.concernAlert.findMany({ where: { concernId: id }, select: { personId: true } }))).map(({ personId }) => Object.entries(cast.people).find(([, { id }]) => id === personId)![0]).sort()
const everyRow = (id: string) => [`SELECT id::text FROM "Concern" WHERE id = '${id}'`, ...['ConcernAlert', 'ConcernKeptFrom', 'ConcernReceipt', 'TakingOn', 'ConcernClimb', 'ChronologyEntry', 'ChronologyHead', 'ConcernOrigin', 'CaseReader', 'CaseAction'].map((table) => `SELECT "concernId"::text FROM "${table}" WHERE "concernId" = '${id}'`),
  `SELECT "rowId"::text FROM "RowKey" WHERE "rowId" = '${id}'`, `SELECT id::text FROM "Act" WHERE "subjectId" = '${id}'`].join(' UNION ALL ')

async function visit(menteeId: string): Promise<Visitor> {
  const { code } = await giveMenteeCode(of('marcus'), { menteeId })
  return (await lookUpVisit((await letMenteeIn({ code }, { address: '10.1.0.9' })).token))!.visitor
}

beforeAll(async () => {
  cast = await theCast()
  await readyMentors(cast, ['amara', 'jay', 'priya'])
  ;({ groupId } = await aMeeting(cast, ['jay', 'amara']))
  const menteeId = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Kestrel', ownName: 'Ruby Lane' })
  await pairUp(of('marcus'), { menteeId, mentorId: of('jay').id })
  visitor = await visit(menteeId)
})

test('a mentee’s worry about their mentor: lead and deputy have it, and nobody of mentoring can reach a row of it', async () => {
  const id = await worry(visitor)
  expect(await toldOf(id)).toEqual(['fatima', 'tom'])
  for (const name of Object.keys(cast.people).filter((name) => !['fatima', 'tom'].includes(name))) {
    expect(await read(of(name), (tx) => tx.$queryRawUnsafe(everyRow(id))), name).toEqual([])
    expect(await concernsWaiting(of(name)), name).toEqual([])
    for (const deed of [() => findConcern(of(name), id), () => receiveConcern(of(name), { concernId: id }), () => takeOnConcern(of(name), { concernId: id, firstStep: 'I ask him.' }), () => findMyConcern(of(name), id)]) await expect(deed(), name).rejects.toThrow(NotFound)
  }
  expect(await findConcern(of('fatima'), id)).toMatchObject({ isAboutMentoring: true, mentee: { birdName: 'Kestrel', ownName: 'Ruby Lane' }, raisedByName: null })
  expect((await findConcern(of('fatima'), id)).keptFromNames.sort()).toEqual(['Helen', 'Jay', 'Marcus'])
  expect(await findMyConcern(visitor, id)).toMatchObject({ toldNames: ['Fatima', 'Tom'] })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('not when it climbs, not when it is received and taken on, and not as a new role of theirs', async () => {
  const id = await worry(visitor, { danger: 'now' })
  await moveClock('40 minutes')
  await climb(id)
  await moveClock('0')
  expect(await toldOf(id)).not.toContain('marcus')
  await receiveConcern(of('tom'), { concernId: id })
  await takeOnConcern(of('tom'), { concernId: id, firstStep: 'See her alone.' })
  await giveRole(of('hana'), { organisationId: cast.riverside, role: 'deputy_lead', personId: of('marcus').id })
  const promoted = await viewerOf(of('marcus').id)
  await expect(findConcern(promoted, id)).rejects.toThrow(NotFound)
  expect((await concernsWaiting(promoted)).map((one) => one.concernId)).not.toContain(id)
  expect(await read(promoted, (tx) => tx.$queryRawUnsafe(everyRow(id)))).toEqual([])
})

test('round a supervisor who is a lead as well: then the head has it at once', async () => {
  await giveRole(of('hana'), { organisationId: cast.riverside, role: 'safeguarding_lead', personId: of('helen').id })
  try {
    const id = await worry(visitor)
    expect(await toldOf(id)).toEqual(['fatima', 'hana', 'tom'])
    await expect(findConcern(await viewerOf(of('helen').id), id)).rejects.toThrow(NotFound)
  } finally {
    const [role] = await read(of('hana'), (tx) => tx.membership.findMany({ where: { personId: of('helen').id, role: 'safeguarding_lead' } }))
    await endRole(of('hana'), { membershipId: role!.id })
  }
})

test('the page names whom it goes round by nothing but ids, and those are what the deed keeps it from', async () => {
  const [place] = await whoGetsIt(visitor)
  expect(place!.aroundMentoring!.sort()).toEqual([of('jay').id, of('marcus').id, of('helen').id].sort())
  expect((await whoGetsIt(of('fatima')))[0]!.aroundMentoring).toBeNull()
  expect(await findVisit(visitor)).toMatchObject({ mentor: 'Jay' })
})

test('a mentee whose mentor is in no group: every youth worker of the setting may be the one', async () => {
  const menteeId = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Owl' })
  await pairUp(of('marcus'), { menteeId, mentorId: of('priya').id })
  const id = await worry(await visit(menteeId))
  expect(await toldOf(id)).toEqual(['fatima', 'tom'])
  expect((await findConcern(of('fatima'), id)).keptFromNames.sort()).toEqual(['Marcus', 'Priya'])
})

test('an earlier mentor counts too, also without a place in a group', async () => {
  await endPair(of('marcus'), { pairId: (await read(of('jay'), (tx) => tx.pair.findFirstOrThrow())).id })
  await endGroupPlace(of('marcus'), { groupId, personId: of('jay').id })
  const id = await worry(visitor)
  expect((await findConcern(of('fatima'), id)).keptFromNames.sort()).toEqual(['Jay', 'Marcus'])
  await addToGroup(of('marcus'), { groupId, personId: of('jay').id, part: 'mentor' })
})

test('a mentor’s worry about their supervisors goes round them in the same way; about anything else it reaches them', async () => {
  const about = await raiseConcern(of('jay'), { id: newId(), organisationId: cast.riverside, who: 'Marcus', what: 'He jokes about us.', danger: 'not_now', isAboutMentoring: true })
  expect(await toldOf(about)).toEqual(['fatima', 'tom'])
  for (const name of ['marcus', 'helen', 'amara']) expect(await read(of(name), (tx) => tx.$queryRawUnsafe(everyRow(about))), name).toEqual([])
  const other = await worry(visitor, { isAboutMentoring: false })
  expect(await toldOf(other)).toContain('marcus')
})

test('a mentee learns nothing of another, and whoever has no part asks in vain whom it would go round', async () => {
  for (const name of ['fatima', 'grace', 'zia', 'sam']) expect(await read(of(name), (tx) => tx.$queryRaw`SELECT app.around_mentoring(${cast.riverside}::uuid) AS ids`), name).toEqual([{ ids: [] }])
  const id = await worry(visitor)
  await expect(change(visitor, (tx) => tx.concernKeptFrom.createMany({ data: [{ concernId: id, personId: of('fatima').id, organisationId: cast.riverside }] }))).rejects.toThrow()
  for (const name of ['fatima', 'tom']) expect(await read(of(name), (tx) => tx.mentee.findMany({ select: { birdName: true }, orderBy: { birdName: 'asc' } })), name).toEqual([{ birdName: 'Kestrel' }, { birdName: 'Owl' }])
  expect(await read(of('bea'), (tx) => tx.mentee.count())).toBe(0)
})
