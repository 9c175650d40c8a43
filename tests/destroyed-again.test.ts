import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { findAdultConcern } from '#modules/adults/find-adult-concern.server.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { agreeToDestroy } from '#modules/keeping/agree-to-destroy.server.ts'
import { askToDestroy } from '#modules/keeping/ask-to-destroy.server.ts'
import { keepListOutside } from '#modules/keeping/keep-list-outside.server.ts'
import { findConcern } from '#modules/safeguarding/find-concern.server.ts'
import { surroundings } from '#bin/start-program.ts'
import { cast, of, words } from '#tests/support/a-case.ts'
import { ended } from '#tests/support/a-due-concern.ts'
import { closedLowLevel } from '#tests/support/an-adult-concern.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { runProgram } from '#tests/support/run-program.ts'
import { databaseNamed, onServer } from '#tests/support/template.ts'

const folder = mkdtempSync(join(tmpdir(), 'belay-again-'))
const [outside, backedUp] = [join(folder, 'outside'), join(folder, 'backup')]
const place = (url: string) => ({ ...surroundings(join(folder, 'data')), DATABASE_URL: url })
const keysOf = async (url: string, id: string) => (await onServer(url, `SELECT count(*)::int AS count FROM "RowKey" WHERE "rowId" = '${id}' OR "rowId" IN (SELECT id FROM "ChronologyEntry" WHERE "concernId" = '${id}')`)).rows[0] as { count: number }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what was destroyed after a backup was made is destroyed again when it is restored, by a list kept outside that says nothing about anybody', async () => {
  const [id, aboutAdult] = [await ended(), await closedLowLevel({ aboutId: undefined, aboutName: 'Somebody' })]
  await moveClock('51 years')
  const destructionId = newId()
  await askToDestroy(of('fatima'), { id: destructionId, organisationId: cast.riverside, rule: 'safeguarding.concern', subjectIds: [id], words })
  const adultsId = newId()
  await askToDestroy(of('fatima'), { id: adultsId, organisationId: cast.riverside, rule: 'adults.low-level', subjectIds: [aboutAdult], words })
  expect(await runProgram(['bin/backup.ts', backedUp], place(databaseUrl()))).toMatchObject({ code: 0 })
  await findConcern(of('tom'), id)
  await agreeToDestroy(of('tom'), { destructionId })
  await findAdultConcern(of('tom'), aboutAdult)
  await agreeToDestroy(of('tom'), { destructionId: adultsId })
  expect([await keepListOutside(outside), await keepListOutside(outside)]).toEqual([2, 0])
  expect(readdirSync(outside).sort()).toEqual([`destroyed-${destructionId}.json`, `destroyed-${adultsId}.json`].sort())
  expect(readFileSync(join(outside, `destroyed-${destructionId}.json`), 'utf8')).not.toMatch(/Wren|Fatima|reason/)

  const name = `restored_${crypto.randomUUID()}`
  await onServer(inject('databaseServer'), `CREATE DATABASE "${name}"`)
  const again = databaseNamed(inject('databaseServer'), name)
  expect(await runProgram(['bin/restore.ts', backedUp, outside], place(again))).toMatchObject({ code: 0, said: expect.stringContaining('2 records that were destroyed after this backup are destroyed again') as string })
  const sharers = `SELECT FROM "AdultSharer" WHERE "adultConcernId" = '${aboutAdult}'`
  expect([(await onServer(databaseUrl(), sharers)).rows, (await onServer(again, sharers)).rows]).toEqual([[], []])
  expect([(await keysOf(databaseUrl(), id)).count, (await keysOf(again, id)).count]).toEqual([0, 0])
  expect(await runProgram(['bin/verify-safeguarding.ts'], place(again))).toMatchObject({ code: 0, said: expect.stringMatching(/1 of 1 chronologies are whole\.\n1 of them is destroyed[^]*1 of 1 concerns about adults are whole\.\n1 of them is destroyed/) as string })
  await moveClock('0')
}, 180_000)
