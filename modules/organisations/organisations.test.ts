import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { readyMentors } from '#tests/support/ready-mentors.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { joinCohort } from '../cohorts/join-cohort.server.ts'
import { openCohort } from '../cohorts/open-cohort.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { countTotals } from '../figures/count-totals.server.ts'
import { takeUpInvitation } from '../identity/take-up-invitation.server.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { pairUp } from '../mentoring/pair-up.server.ts'
import { settings } from '../settings.server.ts'
import { changePhone } from './change-phone.server.ts'
import { findOrganisation } from './find-organisation.server.ts'
import { findPerson } from './find-person.server.ts'
import { invite } from './invite.server.ts'
import { openInvitations } from './open-invitations.server.ts'
import { peopleOf } from './people-of.server.ts'
import { placesOfPeople } from './places-of-people.server.ts'
import { readiness } from './readiness.server.ts'
import { sendInvitation } from './send-invitation.server.ts'
import { setTerm } from './set-term.server.ts'
import { settingsSupported } from './settings-supported.server.ts'
import { withdrawInvitation } from './withdraw-invitation.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
beforeAll(async () => { cast = await theCast() })

test('the people of a setting: who sees the list, and who is refused', async () => {
  const whoSees: string[] = []
  for (const [name, viewer] of Object.entries(cast.people)) {
    const list = await peopleOf(viewer, { organisationId: cast.riverside }).catch((error: unknown) => { expect(error, name).toBeInstanceOf(Forbidden); return null })
    if (list) whoSees.push(name)
    if (list) expect(list.people.map((person) => person.fullName), name).toContain('Amara Okonjo')
  }
  expect(whoSees.sort()).toEqual(['fatima', 'grace', 'hana', 'helen', 'marcus', 'sam', 'tom'])
})

test('searching finds a name and nothing of another setting; pages follow each other without a gap', async () => {
  expect((await peopleOf(of('grace'), { organisationId: cast.riverside, name: 'okon' })).people.map((person) => person.fullName)).toEqual(['Amara Okonjo'])
  expect((await peopleOf(of('grace'), { organisationId: cast.riverside, name: 'Rahman' })).people).toEqual([])
  const all = (await peopleOf(of('grace'), { organisationId: cast.riverside })).people
  const third = all[2]!
  expect((await peopleOf(of('grace'), { organisationId: cast.riverside, after: { fullName: third.fullName, id: third.id } })).people.map((person) => person.id)).toEqual(all.slice(3).map((person) => person.id))
})

test('a person: what a coordinator may give and end, and what a youth worker may not', async () => {
  const seen = await findPerson(of('grace'), { personId: of('amara').id })
  expect(seen.roles).toMatchObject([{ role: 'mentor', where: 'Riverside Academy', canEnd: true }])
  expect(seen.giving[0]!.roles).not.toContain('safeguarding_lead')
  expect(await findPerson(of('marcus'), { personId: of('amara').id })).toMatchObject({ giving: [], roles: [{ canEnd: false }] })
  expect((await findPerson(of('grace'), { personId: of('grace').id })).giving).toEqual([])
  for (const name of ['amara', 'zia', 'cass', 'leon', 'ella', 'vera']) await expect(findPerson(of(name), { personId: of('jay').id }), name).rejects.toThrow(NotFound)
})

test('an invitation: its letter carries the link that works, and no name; taken back, it is over', async () => {
  const invitationId = newId()
  const { token } = await invite(of('grace'), { invitationId, organisationId: cast.riverside, role: 'youth_worker', fullName: 'Nadia Brook', email: 'nadia@example.org' })
  await sendInvitation.work({ invitationId })
  const folder = join(settings().dataDir, 'outbox')
  const letter = await readFile(join(folder, (await readdir(folder))[0]!), 'utf8')
  expect(letter).toContain(`/invitation/${token}`)
  expect(letter).not.toMatch(/Nadia Brook|youth worker/i)
  await expect(invite(of('grace'), { invitationId, organisationId: cast.riverside, role: 'youth_worker', fullName: 'Nadia Brook' }), 'pressed twice').rejects.toThrow(Conflict)
  expect(await openInvitations(of('grace'), cast.riverside)).toMatchObject([{ fullName: 'Nadia Brook', canWithdraw: true }])
  expect(await openInvitations(of('marcus'), cast.riverside)).toEqual([])
  await withdrawInvitation(of('grace'), { invitationId })
  await expect(withdrawInvitation(of('grace'), { invitationId })).rejects.toThrow(Conflict)
  await expect(takeUpInvitation({ token, name: 'Nadia', username: 'nadia', password: 'three-random-words-7' })).rejects.toThrow(Conflict)
  const before = (await readdir(folder)).length
  await sendInvitation.work({ invitationId })
  expect((await readdir(folder)).length).toBe(before)
})

test('where somebody may bring people in', async () => {
  const giving = async (name: string) => Object.fromEntries((await placesOfPeople(of(name))).map((place) => [place.name, place.gives.length]))
  expect(await giving('grace')).toEqual({ 'Riverside Academy': 8 })
  expect(await giving('marcus')).toEqual({ 'Riverside Academy': 0 })
  expect(await giving('ella')).toMatchObject({ 'Riverside Academy': 4, 'Harbour Youth Club': 4 })
  expect(await giving('amara')).toEqual({})
})

test('terms are the coordinator’s, do not overlap, and a form sent twice is one term', async () => {
  const organisationId = cast.riverside
  const autumn = await setTerm(of('grace'), { organisationId, name: 'Autumn 2', startsOn: '2099-11-02', endsOn: '2099-12-18' })
  expect(await setTerm(of('grace'), { organisationId, name: 'Autumn 2', startsOn: '2099-11-02', endsOn: '2099-12-18' })).toBe(autumn)
  await expect(setTerm(of('grace'), { organisationId, name: 'Late', startsOn: '2099-12-01', endsOn: '2099-12-30' })).rejects.toThrow(Conflict)
  await setTerm(of('grace'), { termId: autumn, organisationId, name: 'Autumn 2', startsOn: '2099-11-02', endsOn: '2099-12-19' })
  expect((await findOrganisation(of('grace'), { organisationId })).terms).toEqual([{ id: autumn, name: 'Autumn 2', startsOn: '2099-11-02', endsOn: '2099-12-19' }])
  for (const name of ['marcus', 'hana', 'fatima', 'amara']) await expect(setTerm(of(name), { organisationId, name: 'Mine', startsOn: '2100-01-01', endsOn: '2100-02-01' }), name).rejects.toThrow(Forbidden)
  for (const name of ['cass', 'vera']) await expect(setTerm(of(name), { organisationId, name: 'Mine', startsOn: '2100-01-01', endsOn: '2100-02-01' }), name).rejects.toThrow(NotFound)
})

test('readiness tells what is there, what is missing and who can mend it', async () => {
  const rows = Object.fromEntries((await readiness(of('cass'), cast.harbour)).map((row) => [row.label, row]))
  expect(rows['Safeguarding lead']).toEqual({ label: 'Safeguarding lead', isThere: true, detail: 'Bea Moreno' })
  expect(rows['A mentor course']).toMatchObject({ isThere: false, to: 'coordinator' })
  expect(rows['A number to call']).toMatchObject({ isThere: true, detail: '020 7946 0177' })
  expect((await readiness(of('ella'), cast.harbour)).find((row) => row.label === 'Safeguarding lead')!.detail, 'a count for the site, not a name').toBe('1 named')
  for (const name of ['amara', 'zia', 'noor', 'vera', 'tess']) await expect(readiness(of(name), cast.harbour), name).rejects.toThrow()
  await changePhone(of('cass'), { organisationId: cast.harbour, phone: '020 7946 0199' })
  expect((await readiness(of('cass'), cast.harbour)).find((row) => row.label === 'A number to call')!.detail).toBe('020 7946 0199')
  await expect(changePhone(of('leon'), { organisationId: cast.harbour, phone: '020 7946 0000' })).rejects.toThrow(Forbidden)
})

test('a programme lead gets totals that small numbers are kept out of, and not one row', async () => {
  const cohortId = await openCohort(of('grace'), { organisationId: cast.riverside, name: 'Course', pattern: 'two_day', places: 20, firstAt: '2099-01-09T10:00', minutes: 300, place: 'Hall' })
  await joinCohort(of('amara'), { cohortId })
  await readyMentors(cast, ['amara'])
  const menteeId = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Kestrel' })
  await pairUp(of('marcus'), { menteeId, mentorId: of('amara').id })
  await countTotals()
  const { riverside, harbour } = Object.fromEntries((await settingsSupported(of('ella'))).map((one) => [one.name.split(' ')[0]!.toLowerCase(), one]))
  expect(riverside).toMatchObject({ mentors: null, learning: null, pairs: null, cohorts: 1 })
  expect(harbour).toMatchObject({ mentors: null, learning: null, pairs: null, cohorts: 0 })
  expect(await read(of('ella'), async (tx) => [await tx.mentee.count(), await tx.pair.count(), await tx.cohort.count(), await tx.cohortMember.count(), await tx.person.count({ where: { memberships: { some: { role: 'mentor' } } } })])).toEqual([0, 0, 0, 0, 0])
  for (const name of ['grace', 'vera', 'sam', 'hana']) await expect(settingsSupported(of(name)), name).rejects.toThrow(Forbidden)
  expect(await read(of('grace'), (tx) => tx.$queryRaw`SELECT * FROM app.settings_supported()`), 'the function itself asks who is looking').toEqual([])
})
