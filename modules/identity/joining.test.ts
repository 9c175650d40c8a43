import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { here, standingWith } from '#tests/support/signed-in.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound, TooMany } from '../errors.ts'
import { invite } from '../organisations/invite.server.ts'
import { acceptInvitation } from './accept-invitation.server.ts'
import { closeJoinCode } from './close-join-code.server.ts'
import { findInvitation } from './find-invitation.server.ts'
import { findJoinCode, joinWithCode } from './join-with-code.server.ts'
import { makeJoinCode } from './make-join-code.server.ts'
import { takeUpInvitation } from './take-up-invitation.server.ts'
import { viewerOf } from './viewer-of.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })

const pupil = (username: string) => ({ name: 'Robin', fullName: 'Robin Archer', username, password: 'seven-quiet-herons' })
const madeBy = (username: string, places = 3) => makeJoinCode(cast.people[username]!, { joinCodeId: newId(), organisationId: cast.riverside, places })
const from = (address: string) => ({ ...here, address })

test('a pupil joins with a code: signed in, a mentor there, without an e-mail address', async () => {
  const { code } = await madeBy('marcus')
  expect(await findJoinCode(code.toLowerCase().replace('-', ' '), here)).toEqual({ place: 'Riverside Academy' })
  const { token } = await joinWithCode({ code, ...pupil('robin-1') }, here)
  expect(await standingWith(token)).toMatchObject({ state: 'signed-in', viewer: { name: 'Robin', memberships: [{ organisationId: cast.riverside, role: 'mentor' }] } })
})

test('who runs the course makes codes; a mentor, a safeguarding lead and another setting’s worker do not', async () => {
  await expect(madeBy('sam')).resolves.toMatchObject({ code: expect.stringMatching(/^\w{4}-\w{4}$/) as string })
  for (const other of ['amara', 'fatima', 'leon']) await expect(madeBy(other)).rejects.toThrow(Forbidden)
})

test('the last place goes to one of two who join at once', async () => {
  const { code } = await madeBy('marcus', 1)
  const answers = await Promise.allSettled([joinWithCode({ code, ...pupil('twin-a') }, here), joinWithCode({ code, ...pupil('twin-b') }, here)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a code that ran out, was closed or never was is refused in the same words, and a taken username keeps the place', async () => {
  const { code, joinCodeId } = await madeBy('marcus', 1)
  await expect(joinWithCode({ code, ...pupil('amara') }, here)).rejects.toThrow('Somebody has that username already')
  await closeJoinCode(cast.people.marcus!, { joinCodeId })
  const refused = [code, 'AAAA-AAAA']
  const old = await madeBy('grace')
  await moveClock('8 days')
  for (const one of [...refused, old.code]) await expect(joinWithCode({ code: one, ...pupil('late-comer') }, here)).rejects.toThrow('That code does not work.')
  await expect(closeJoinCode(cast.people.leon!, { joinCodeId })).rejects.toThrow(NotFound)
})

test('guessing codes from one address is stopped', async () => {
  const guesses = Array.from({ length: 20 }, () => findJoinCode('AAAA-AAAA', from('10.9.9.9')).catch((error: unknown) => error))
  expect((await Promise.all(guesses)).every((error) => error instanceof Conflict)).toBe(true)
  await expect(findJoinCode('AAAA-AAAA', from('10.9.9.9'))).rejects.toThrow(TooMany)
})

test('a code of a cohort gives a place in it, and on its waiting list once it is full', async () => {
  const cohortId = newId()
  await onServer(databaseUrl(), `INSERT INTO "Cohort" (id, "organisationId", kind, "courseId", name, pattern, places, "createdAt") VALUES ('${cohortId}', '${cast.riverside}', 'mentors', 'mentor-course', 'Tuesdays', 'five_session', 1, now())`)
  const { code } = await makeJoinCode(cast.people.sam!, { joinCodeId: newId(), organisationId: cast.riverside, cohortId, places: 5 })
  const first = await joinWithCode({ code, ...pupil('first-in') }, here)
  const second = await joinWithCode({ code, ...pupil('second-in') }, here)
  const { rows } = await onServer(databaseUrl(), `SELECT "personId", "placedAt" IS NOT NULL AS placed FROM "CohortMember" WHERE "cohortId" = '${cohortId}' ORDER BY "askedAt"`)
  expect(rows).toEqual([{ personId: first.personId, placed: true }, { personId: second.personId, placed: false }])
})

test('an invitation is taken up once, also by two at the same moment', async () => {
  const { token } = await invite(cast.people.grace!, { organisationId: cast.riverside, role: 'mentor', fullName: 'Ada Lind' })
  expect(await findInvitation(token)).toMatchObject({ fullName: 'Ada Lind', place: 'Riverside Academy', role: 'mentor' })
  const take = (username: string) => takeUpInvitation({ token, name: 'Ada', username, password: 'seven-quiet-herons' })
  const answers = await Promise.allSettled([take('ada-1'), take('ada-2')])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(take('ada-3')).rejects.toThrow(Conflict)
  await expect(findInvitation(token)).rejects.toThrow(NotFound)
})

test('somebody who has a sign-in adds the role to it; nobody takes up what they wrote themself', async () => {
  const { token } = await invite(cast.people.cass!, { organisationId: cast.harbour, role: 'youth_worker', fullName: 'Marcus Bell' })
  await expect(acceptInvitation(cast.people.cass!, { token })).rejects.toThrow(Conflict)
  const answers = await Promise.allSettled([acceptInvitation(cast.people.marcus!, { token }), acceptInvitation(cast.people.marcus!, { token })])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await viewerOf(cast.people.marcus!.id)).memberships).toContainEqual({ organisationId: cast.harbour, role: 'youth_worker' })
})

test('passwords that are guessed first are refused, also one made of the own name', async () => {
  const { code } = await madeBy('marcus')
  for (const password of ['password1234', 'aaaaaaaaaaaaaa', 'qwertyuiop123', 'short', 'P@ssw0rd2026!', 'footballfootball', 'robinarcher99'])
    await expect(joinWithCode({ code, ...pupil('robin-2'), password }, here), password).rejects.toThrow()
  await expect(joinWithCode({ code, ...pupil('robin-2'), password: 'correct tin whistle' }, here)).resolves.toBeDefined()
})
