import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { here, signedIn, standingWith } from '#tests/support/signed-in.ts'
import { onServer } from '#tests/support/template.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { clientAs, databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound, TooMany } from '../errors.ts'
import { settings } from '../settings.server.ts'
import { beginAuthenticator, totpOf } from './begin-authenticator.server.ts'
import { comeBackIn, findHelp } from './come-back-in.server.ts'
import { confirmAuthenticator } from './confirm-authenticator.server.ts'
import { demoPassword } from './demo-people.ts'
import { helpBackIn } from './help-back-in.server.ts'
import { helpFor } from './help-for.server.ts'
import { helpedBackIn } from './helped-back-in.server.ts'
import { joinInHelping } from './join-in-helping.server.ts'
import { lookUpSession } from './look-up-session.server.ts'
import { postHelpLetter } from './post-help-letter.server.ts'
import { readOfHelp } from './read-of-help.server.ts'
import { lacksSecondFactor } from './recent-proof.server.ts'
import { signIn } from './sign-in.server.ts'
import { takeBackHelp } from './take-back-help.server.ts'
import { now } from '../clock.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
beforeAll(async () => { cast = await theCast() })

const begin = (by: string, name: string, helpId = newId()) => helpBackIn(of(by), { helpId, organisationId: cast.riverside, personId: of(name).id }).then((given) => ({ ...given, helpId }))
/** A whole code for one of the mentors, from Marcus and Grace. */
async function twoHalves(name: string) {
  const { code, helpId } = await begin('marcus', name)
  return { helpId, first: code, second: (await joinInHelping(of('grace'), { helpId })).code }
}
const kinds = async (personId: string) => (await onServer(databaseUrl(), `SELECT kind, "byId" FROM "Act" WHERE "subjectId" = '${personId}' AND kind LIKE '%back-in%' OR "subjectId" = '${personId}' AND kind = 'identity.read-of-help' ORDER BY at, id`)).rows as { kind: string; byId: string }[]
const changed = { password: 'three-cold-otters', isShared: false }

test('everybody of the programme tries to help everybody: what the deed lets through is what the table says', async () => {
  const done: string[] = []
  for (const [by, viewer] of Object.entries(cast.people)) for (const [name, { id }] of Object.entries(cast.people)) for (const organisationId of [cast.riverside, cast.harbour, cast.eastside]) {
    const helpId = newId()
    const given = await helpBackIn(viewer, { helpId, organisationId, personId: id }).catch((error: unknown) => { expect(error instanceof Forbidden || error instanceof NotFound, `${by} ${name}: ${String(error)}`).toBe(true); return null })
    if (!given) continue
    done.push(`${by} ${name}`)
    await takeBackHelp(viewer, { helpId })
  }
  const mentors = ['amara', 'jay', 'priya', 'dylan', 'sofia', 'kofi']
  expect(done.sort()).toEqual([...mentors.flatMap((name) => [`grace ${name}`, `marcus ${name}`]), 'cass zia', 'leon zia', 'cass leon', 'grace marcus', 'grace tess', 'grace eve'].sort())
}, 120_000)

test('two adults let a mentor back in: each holds half, every device is signed out, and the mentor is told who it was', async () => {
  const { token: before } = await signedIn('amara')
  const { code: first, isHalf, helpId } = await begin('marcus', 'amara')
  expect({ isHalf, long: first.length }).toEqual({ isHalf: true, long: 6 })
  expect(await lookUpSession(before), 'one adult alone signs nobody out').not.toBeNull()
  await expect(findHelp({ code: `${first}${first}` }, here)).rejects.toThrow(Conflict)
  await expect(joinInHelping(of('marcus'), { helpId })).rejects.toThrow(Forbidden)
  for (const name of ['amara', 'jay', 'zia', 'leon', 'ella', 'tess', 'noor']) await expect(joinInHelping(of(name), { helpId }), name).rejects.toThrow(name === 'amara' ? NotFound : NotFound)

  expect((await helpFor(of('helen'), { personId: of('amara').id }))[0]).toMatchObject({ where: 'Riverside Academy', canBegin: false, open: { by: ['Marcus'], isWhole: false, canJoin: true } })
  const { code: second } = await joinInHelping(of('helen'), { helpId })
  expect(await lookUpSession(before)).toBeNull()

  const code = `${first.toLowerCase()} - ${second}`
  expect(await findHelp({ code }, here)).toEqual({ name: 'Amara', username: 'amara' })
  await expect(comeBackIn({ code, password: 'amara-amara-1' }, here)).rejects.toThrow('guessed first')
  const { token, personId } = await comeBackIn({ code, ...changed }, here)
  expect(personId).toBe(of('amara').id)
  expect(await standingWith(token)).toMatchObject({ state: 'signed-in', viewer: { id: personId } })
  expect(await signIn({ username: 'amara', password: demoPassword }, here)).toBeNull()
  expect(await signIn({ username: 'amara', password: changed.password }, here)).not.toBeNull()

  await expect(comeBackIn({ code, ...changed }, here), 'it works once').rejects.toThrow(Conflict)
  expect(await helpedBackIn(of('amara'))).toMatchObject({ helpId, by: ['Marcus', 'Helen'] })
  await expect(readOfHelp(of('jay'), { helpId })).rejects.toThrow(NotFound)
  await readOfHelp(of('amara'), { helpId })
  await readOfHelp(of('amara'), { helpId })
  expect(await helpedBackIn(of('amara'))).toBeNull()
  const acts = (await kinds(personId)).slice(-4)
  expect(acts).toEqual([['begun', 'marcus'], ['joined', 'helen'], ['', 'amara'], ['read', 'amara']].map(([what, who]) => ({
    kind: what === '' ? 'identity.came-back-in' : what === 'read' ? 'identity.read-of-help' : `identity.help-back-in-${what!}`, byId: of(who!).id,
  })))
})

test('a coordinator lets a colleague back in alone: the old second factor is gone, a new one is asked for, and the leads are written to', async () => {
  await rm(join(settings().dataDir, 'outbox'), { recursive: true, force: true })
  const { standing } = await signedIn('marcus')
  const { secret } = await beginAuthenticator(standing.viewer)
  await confirmAuthenticator(standing.viewer, { code: totpOf(secret.replaceAll(' ', '')).generate({ timestamp: now().getTime() }) }, here)

  const { code, isHalf, helpId } = await begin('grace', 'marcus')
  expect({ isHalf, shape: /^[A-Z0-9]{6}-[A-Z0-9]{6}$/.test(code) }).toEqual({ isHalf: false, shape: true })
  const { token } = await comeBackIn({ code, ...changed }, here)
  const after = await standingWith(token)
  expect(after.state).toBe('second-factor')
  expect(await lacksSecondFactor(after.viewer)).toBe(true)
  expect((await clientAs('door').recoveryCode.count({ where: { personId: of('marcus').id } }))).toBe(0)

  const { rows } = await onServer(databaseUrl(), `SELECT data->>'personId' AS "to" FROM jobs.job WHERE name = 'identity.help-letter' AND data->>'helpId' = '${helpId}'`) as { rows: { to: string }[] }
  expect(rows.map(({ to }) => to).sort()).toEqual([of('fatima').id, of('tom').id].sort())
  await postHelpLetter.work({ helpId, personId: of('fatima').id })
  const folder = join(settings().dataDir, 'outbox')
  const letters = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')))
  expect(letters).toHaveLength(1)
  expect(letters[0]).toContain('fatima@riverside.example')
  expect(letters[0]).toContain(`/people/${of('marcus').id}/help-back-in`)
  expect(letters[0]).not.toMatch(/Marcus|Grace/)
  expect((await helpFor(of('fatima'), { personId: of('marcus').id }))[0]).toMatchObject({ canBegin: false, open: null, past: expect.arrayContaining([expect.objectContaining({ by: ['Grace'], usedAt: expect.any(Date) as Date })]) as unknown[] })
})

test('two adults at once: one begins, one joins in, one comes back in', async () => {
  const begun = await Promise.allSettled([begin('marcus', 'jay'), begin('grace', 'jay')])
  expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((begun.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
  const { helpId, code: first } = (begun.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<Awaited<ReturnType<typeof begin>>>).value

  const joined = await Promise.allSettled([joinInHelping(of('helen'), { helpId }), joinInHelping(of('tom'), { helpId })])
  expect(joined.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const second = (joined.find(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{ code: string }>).value.code

  const back = await Promise.allSettled([comeBackIn({ code: first + second, ...changed }, here), comeBackIn({ code: first + second, ...changed }, here)])
  expect(back.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((back.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
})

test('a code lasts an hour, may be taken back, and a new one can be given then', async () => {
  const late = await twoHalves('dylan')
  await moveClock('61 minutes')
  await expect(findHelp({ code: late.first + late.second }, here)).rejects.toThrow(Conflict)
  const next = await twoHalves('dylan')
  await expect(takeBackHelp(of('zia'), { helpId: next.helpId })).rejects.toThrow(NotFound)
  await expect(takeBackHelp(of('dylan'), { helpId: next.helpId })).rejects.toThrow(Forbidden)
  await takeBackHelp(of('fatima'), { helpId: next.helpId })
  await expect(takeBackHelp(of('marcus'), { helpId: next.helpId })).rejects.toThrow(Conflict)
  await expect(comeBackIn({ code: next.first + next.second, ...changed }, here)).rejects.toThrow(Conflict)
  expect(await signIn({ username: 'dylan', password: demoPassword }, here), 'their own password works as before').not.toBeNull()
  await moveClock('0')
})

test('the page sent twice gives one code, and neither half is in the database', async () => {
  const helpId = newId()
  const { code } = await begin('marcus', 'kofi', helpId)
  await expect(begin('marcus', 'kofi', helpId)).rejects.toThrow(Conflict)
  const { rows } = await onServer(databaseUrl(), `SELECT to_jsonb(h)::text AS row FROM "HelpBackIn" h WHERE id = '${helpId}'`) as { rows: { row: string }[] }
  expect(rows[0]!.row).not.toContain(code)
  expect(rows[0]!.row).not.toContain(Buffer.from(code).toString('hex'))
})

test('an adult who holds one half does not find the other by trying', async () => {
  const { first, second } = await twoHalves('sofia')
  const guess = async (index: number) => findHelp({ code: `${first}AAAA${'ACDEFGHJKMNP'[index]!}A` }, here)
  for (let index = 0; index < 10; index++) await expect(guess(index)).rejects.toThrow(Conflict)
  await expect(guess(10)).rejects.toThrow(TooMany)
  await expect(comeBackIn({ code: first + second, ...changed }, here), 'nor the right one, from there').rejects.toThrow(TooMany)
  await expect(comeBackIn({ code: first + second, ...changed }, { ...here, address: '10.9.9.9' })).resolves.toMatchObject({ personId: of('sofia').id })
})

test('a role given while a code is open takes it back: it would open what nobody was asked about', async () => {
  const { first, second } = await twoHalves('priya')
  const code = `${first}-${second}`
  expect(await findHelp({ code }, here)).toMatchObject({ name: 'Priya' })
  await giveRole(of('grace'), { organisationId: cast.riverside, personId: of('priya').id, role: 'trainee_trainer' })
  await expect(findHelp({ code }, here)).rejects.toThrow('does not work')
  await expect(comeBackIn({ ...changed, code }, here)).rejects.toThrow('does not work')
})
