import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { readyMentors } from '#tests/support/ready-mentors.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound, TooMany } from '../errors.ts'
import { addMentee } from './add-mentee.server.ts'
import { endPair } from './end-pair.server.ts'
import { endVisit } from './end-visit.server.ts'
import { findMentee } from './find-mentee.server.ts'
import { findVisit } from './find-visit.server.ts'
import { giveMenteeCode } from './give-mentee-code.server.ts'
import { letMenteeIn } from './let-mentee-in.server.ts'
import { lookUpVisit } from './look-up-visit.server.ts'
import { menteesOf } from './mentees-of.server.ts'
import { myMentees } from './my-mentees.server.ts'
import { pairUp } from './pair-up.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const here = { address: '10.1.0.1' }
let kestrel: string

beforeAll(async () => {
  cast = await theCast()
  await readyMentors(cast, ['amara', 'jay', 'priya'])
  kestrel = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Kestrel', ownName: 'Ruby Lane' })
})

test('a mentee is paired, and the mentor sees the bird and never the own name', async () => {
  const pairId = await pairUp(of('marcus'), { menteeId: kestrel, mentorId: of('amara').id })
  expect(await myMentees(of('amara'))).toMatchObject([{ birdName: 'Kestrel', pairId }])
  const ownName = await read(of('amara'), async (tx) => {
    const mentee = await tx.mentee.findUniqueOrThrow({ where: { id: kestrel } })
    expect(Buffer.from(mentee.ownName!).toString('latin1')).not.toContain('Ruby')
    return (await opener(tx, 'Mentee', [kestrel]))(kestrel, 'ownName', mentee.ownName)
  })
  expect(ownName).toBeNull()
  expect((await menteesOf(of('marcus'), { organisationId: cast.riverside })).mentees).toMatchObject([{ ownName: 'Ruby Lane', pair: { mentor: 'Amara Okonjo' } }])
  await expect(pairUp(of('marcus'), { menteeId: kestrel, mentorId: of('jay').id })).rejects.toThrow(Conflict)
})

test('nobody else sees a mentee, a pair or a code', async () => {
  await giveMenteeCode(of('marcus'), { menteeId: kestrel })
  for (const [name, viewer] of Object.entries(cast.people)) {
    const seen = await read(viewer, async (tx) => [await tx.mentee.count(), await tx.pair.count(), (await tx.menteeCode.findMany({ select: { id: true } })).length])
    expect([name, ...seen]).toEqual([name, ...(name === 'marcus' ? [1, 1, 1] : name === 'amara' ? [1, 1, 0] : [0, 0, 0])])
  }
})

test('only the youth workers of the setting look after pairs', async () => {
  for (const name of ['grace', 'fatima', 'hana', 'amara', 'leon', 'ella', 'helen'])
    await expect(addMentee(of(name), { organisationId: cast.riverside, birdName: 'Owl' }), name).rejects.toThrow(Forbidden)
  await expect(giveMenteeCode(of('leon'), { menteeId: kestrel })).rejects.toThrow(NotFound)
  await expect(giveMenteeCode(of('amara'), { menteeId: kestrel })).rejects.toThrow(Forbidden)
  const robin = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Robin' })
  await expect(pairUp(of('marcus'), { menteeId: robin, mentorId: of('zia').id }), 'a mentor of another setting').rejects.toThrow(Conflict)
})

test('somebody who is not ready meets nobody, and the youth worker is told what is missing', async () => {
  const robin = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Redwing' })
  await expect(pairUp(of('marcus'), { menteeId: robin, mentorId: of('sofia').id })).rejects.toThrow(/Still missing: 22 units of the course.*the mentor agreement/)
  const { mentors } = await findMentee(of('marcus'), { menteeId: robin })
  expect(Object.fromEntries(mentors.map(({ fullName, isReady }) => [fullName.split(' ')[0], isReady]))).toMatchObject({ Amara: true, Jay: true, Priya: true, Sofia: false, Kofi: false })
})

test('of two who pair one mentee at once, one is told', async () => {
  const wren = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Wren' })
  const outcomes = await Promise.allSettled(['jay', 'priya'].map((name) => pairUp(of('marcus'), { menteeId: wren, mentorId: of(name).id })))
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await read(of('marcus'), (tx) => tx.pair.findMany({ where: { menteeId: wren } }))).length).toBe(1)
})

test('a form sent twice is one mentee', async () => {
  const id = '01990000-0000-7000-8000-000000000001'
  for (let count = 0; count < 2; count++) await addMentee(of('marcus'), { id, organisationId: cast.riverside, birdName: 'Dunnock' })
  expect(await read(of('marcus'), (tx) => tx.mentee.count({ where: { birdName: 'Dunnock' } }))).toBe(1)
})

test('each bird is one of a kind in its setting, however it is written; of two at once one is told', async () => {
  for (const birdName of ['Kestrel', ' kestrel ', 'KESTREL']) await expect(addMentee(of('marcus'), { organisationId: cast.riverside, birdName }), birdName).rejects.toThrow('Let them choose another bird.')
  await addMentee(of('leon'), { organisationId: cast.harbour, birdName: 'Kestrel' })
  const outcomes = await Promise.allSettled(['Song thrush', 'Song  Thrush'].map((birdName) => addMentee(of('marcus'), { organisationId: cast.riverside, birdName })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await read(of('marcus'), (tx) => tx.mentee.count({ where: { birdName: { equals: 'song thrush', mode: 'insensitive' } } }))).toBe(1)
})

test('a mentor is found by name, and while a mentee has one nobody is proposed', async () => {
  const knot = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Knot' })
  const all = await findMentee(of('marcus'), { menteeId: knot })
  expect(all.allMentors).toBe(all.mentors.length)
  expect(await findMentee(of('marcus'), { menteeId: knot, name: 'oKoN' })).toMatchObject({ allMentors: 1, mentors: [{ fullName: 'Amara Okonjo', isReady: true }] })
  expect(await findMentee(of('marcus'), { menteeId: knot, name: '%' })).toMatchObject({ allMentors: 0, mentors: [] })
  expect((await findMentee(of('marcus'), { menteeId: kestrel })).mentors).toEqual([])
})

test('a code lets a mentee in, typed any way, and shows whom they know; Finished ends it', async () => {
  const { code } = await giveMenteeCode(of('marcus'), { menteeId: kestrel })
  const { token } = await letMenteeIn({ code: ` ${code.toLowerCase().replace('-', ' ')} ` }, here)
  const { visitor } = (await lookUpVisit(token))!
  expect(await findVisit(visitor)).toEqual({ birdName: 'Kestrel', setting: { name: 'Riverside Academy', phone: '020 7946 0110' }, mentor: 'Amara', youthWorkers: ['Marcus'], lead: 'Fatima' })
  expect(await read(visitor, async (tx) => [await tx.mentee.count(), await tx.pair.count(), await tx.cohort.count(), await tx.membership.count({ where: { role: 'mentor' } })])).toEqual([1, 1, 0, 0])
  await endVisit(token)
  await endVisit(token)
  expect(await lookUpVisit(token)).toBeNull()
})

test('a new code ends the old one and the visits opened with it', async () => {
  const first = await giveMenteeCode(of('marcus'), { menteeId: kestrel })
  const { token } = await letMenteeIn(first, here)
  await giveMenteeCode(of('marcus'), { menteeId: kestrel })
  expect(await lookUpVisit(token)).toBeNull()
  await expect(letMenteeIn(first, here)).rejects.toThrow(Conflict)
})

test('a visit is over after half an hour, a code after its days, and guessing is slowed', async () => {
  const { code } = await giveMenteeCode(of('marcus'), { menteeId: kestrel, days: 1 })
  const { token } = await letMenteeIn({ code }, here)
  await moveClock('31 minutes')
  expect(await lookUpVisit(token)).toBeNull()
  await moveClock('24 hours')
  await expect(letMenteeIn({ code }, here)).rejects.toThrow(Conflict)
  await moveClock('0')
  const stranger = { address: '10.1.0.66' }
  for (let count = 0; count < 20; count++) await expect(letMenteeIn({ code: 'AAAA-AAAA' }, stranger)).rejects.toThrow(Conflict)
  await expect(letMenteeIn({ code }, stranger)).rejects.toThrow(TooMany)
})

test('an ended pair is over for the mentor, and another may begin', async () => {
  const [pair] = (await myMentees(of('amara')))
  await endPair(of('marcus'), { pairId: pair!.pairId })
  expect(await myMentees(of('amara'))).toEqual([])
  await expect(endPair(of('marcus'), { pairId: pair!.pairId })).rejects.toThrow(Conflict)
  await pairUp(of('marcus'), { menteeId: kestrel, mentorId: of('jay').id })
  expect((await myMentees(of('jay'))).map((mentee) => mentee.birdName)).toContain('Kestrel')
})
