import { afterEach, expect, test } from 'vitest'
import { cast, decide, of, step, taken, triage, words } from '#tests/support/a-case.ts'
import { agree, ask, asked, due, ended } from '#tests/support/a-due-concern.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { categoriseConcern } from '../cases/categorise-concern.server.ts'
import { closeConcern } from '../cases/close-concern.server.ts'
import { linkConcerns } from '../cases/link-concerns.server.ts'
import { markDuplicate } from '../cases/mark-duplicate.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { addCategory } from '../safeguarding/add-category.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { findDestruction } from './find-destruction.server.ts'
import { placeHold } from './place-hold.server.ts'
import { whatIsDue } from './what-is-due.server.ts'

const ruleOf = (id: string) => ask<{ rule: string }>(`SELECT rule FROM app.rule_of_concern('${id}')`).then(([row]) => row!.rule)
const keysOf = (id: string) => ask<{ count: number }>(`SELECT count(*)::int AS count FROM "RowKey" WHERE "rowId" = '${id}'`).then(([row]) => row!.count)
afterEach(() => moveClock('0'))

const role = (name: string, set: string) => ask(`SET session_replication_role = replica; UPDATE "Membership" SET ${set} WHERE "personId" = '${of(name).id}' AND role IN ('safeguarding_lead', 'deputy_lead')`)

test('after its last line nothing is added, and nobody keeps it longer or holds it any more', async () => {
  const id = await ended()
  await moveClock('26 years')
  await agree('tom', await asked([id]))
  await expect(asSystem('test', (tx) => tx.$executeRaw`SELECT app.add_to_chronology(uuidv7(), ${id}::uuid, 'told', '{}'::jsonb, NULL)`)).rejects.toThrow('BL001')
  for (const sql of [
    `INSERT INTO "KeptLonger" (id, "organisationId", rule, "subjectId", "untilDay", reason, "byId") VALUES (uuidv7(), '${cast.riverside}', 'safeguarding.concern', '${id}', app.now() + interval '1 year', '\\x00', '${of('tom').id}')`,
    `INSERT INTO "LegalHold" (id, "organisationId", "concernId", reason, "byId") VALUES (uuidv7(), '${cast.riverside}', '${id}', '\\x00', '${of('tom').id}')`,
  ]) await expect(ask(sql)).rejects.toThrow('it is destroyed')
})

test('two people, and not one with a second name: each had the role a day before, not from the other, and whoever asked has it still', async () => {
  const id = await ended()
  await moveClock('26 years')
  const destruction = await asked([id])
  const before = await ask<{ startsAt: string; personId: string; givenById: string | null }>(`SELECT "startsAt"::text, "personId", "givenById" FROM "Membership" WHERE role IN ('safeguarding_lead', 'deputy_lead') AND "personId" IN ('${of('tom').id}', '${of('fatima').id}')`)
  const was = (name: string) => before.find(({ personId }) => personId === of(name).id)!
  for (const name of ['tom', 'fatima']) {
    await role(name, `"startsAt" = app.now() - interval '2 hours'`)
    await expect(agree('tom', destruction), name).rejects.toThrow(/a day before/)
    await role(name, `"startsAt" = '${was(name).startsAt}', "givenById" = '${of(name === 'tom' ? 'fatima' : 'tom').id}'`)
    await expect(agree('tom', destruction), name).rejects.toThrow(/a day before/)
    await role(name, `"givenById" = ${was(name).givenById ? `'${was(name).givenById}'` : 'NULL'}`)
  }
  await role('fatima', `"endsAt" = app.now()`)
  await expect(agree('tom', destruction)).rejects.toThrow(/Whoever asked may not/)
  await role('fatima', `"endsAt" = NULL`)
  await agree('tom', destruction)
})

test('the longest rule that ever held: a kind that was called otherwise since, a kind of the setting’s own, the duty to report, and what is in the register about an adult', async () => {
  const once = await ended()
  await categoriseConcern(of('fatima'), { ...step(once), categories: ['sextortion'] })
  await categoriseConcern(of('fatima'), { ...step(once), categories: ['violence'] })
  expect(await ruleOf(once)).toBe('safeguarding.concern sexual-abuse')
  const own = newId()
  await addCategory(of('fatima'), { id: own, organisationId: cast.riverside, under: 'abuse', label: 'On the bus' })
  const called = await ended()
  await categoriseConcern(of('fatima'), { ...step(called), categories: [own] })
  expect(await ruleOf(called)).toBe('safeguarding.concern sexual-abuse')

  const [reported, found] = [await ended(), await ended()]
  await ask(`INSERT INTO "ChronologyEntry" (id, "organisationId", "concernId", number, kind, at, facts, hash) VALUES (uuidv7(), '${cast.riverside}', '${reported}', 99, 'notified', app.now(), '{}', '\\x00')`)
  expect(await ruleOf(reported)).toBe('safeguarding.concern sexual-abuse')
  const adult = newId()
  await ask(`INSERT INTO "AdultConcern" (id, "organisationId", danger, who, what, "concernId") VALUES ('${adult}', '${cast.riverside}', 'soon', '\\x00', '\\x00', '${found}')`)
  await ask(`INSERT INTO "AdultHead" ("adultConcernId", "organisationId", hash, state) VALUES ('${adult}', '${cast.riverside}', '\\x00', 'held')`)
  expect(await ruleOf(found)).toBe('safeguarding.concern about-adult')
  await moveClock('51 years')
  expect(await due('fatima')).not.toContain(found)
  await ask(`UPDATE "AdultHead" SET state = 'closed' WHERE "adultConcernId" = '${adult}'`)
  expect(await due('fatima')).toContain(found)
})

test('what is the same as another does not go before it, and is held with it; what was written of two that belong together stays until both are gone', async () => {
  const [first, same] = [await taken(), await taken()]
  await triage(same, 'low')
  await markDuplicate(of('fatima'), { ...step(same), ofId: first, words })
  const other = await ended()
  const link = newId()
  await linkConcerns(of('fatima'), { id: link, concernId: other, otherId: first, kind: 'sibling', words })
  await moveClock('26 years')
  expect(await due('fatima')).not.toContain(same)
  await agree('tom', await asked([other]))
  expect(await keysOf(link)).toBe(1)
  await moveClock('0')

  await triage(first, 'low')
  await decide(first, 'nothing_more')
  await closeConcern(of('fatima'), { ...step(first), outcome: 'helped', words })
  await moveClock('26 years')
  expect(await due('fatima')).toEqual(expect.arrayContaining([first, same]))
  const held = newId()
  await placeHold(of('fatima'), { id: held, organisationId: cast.riverside, on: `concern:${first}`, words })
  expect((await whatIsDue(of('fatima'), { take: 500 })).find(({ subjectId }) => subjectId === same)).toMatchObject({ isHeld: true })
  await ask(`SET session_replication_role = replica; UPDATE "LegalHold" SET "endedAt" = app.now(), "endedById" = "byId", "endReason" = '\\x00' WHERE id = '${held}'`)
  await agree('tom', await asked([first]))
  expect(await keysOf(link)).toBe(0)
  await moveClock('0')
  await moveClock('26 years')
  expect(await due('fatima')).toContain(same)
})

test('the verifier names a key that is gone without anybody’s word, and a destruction that was not agreed to', async () => {
  const [lost, id] = [await ended(), await ended()]
  expect(await verifyChronology('system', lost)).toMatchObject({ isWhole: true })
  await ask(`DELETE FROM "RowKey" WHERE "rowId" = (SELECT id FROM "CaseAction" WHERE "concernId" = '${lost}') OR "rowId" = '${lost}'`)
  expect(await verifyChronology('system', lost)).toMatchObject({ isWhole: false, isDestroyed: false, row: 'RowKey', why: 'A key is gone, and nobody agreed that it is destroyed.' })
  await moveClock('26 years')
  const destruction = await asked([id])
  await agree('tom', destruction)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, isDestroyed: true })
  await ask(`UPDATE "Destruction" SET rule = 'journal.bin' WHERE id = '${destruction}'`)
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: false, why: 'It is destroyed, and not as two people agreed.' })
})

test('nobody learns from the queue that they are held; and a certificate keeps the words of its rule', async () => {
  const byTom = await ended()
  await ask(`SET session_replication_role = replica; UPDATE "Concern" SET "raisedById" = '${of('tom').id}' WHERE id = '${byTom}'`)
  await moveClock('26 years')
  const destruction = await asked([byTom])
  await ask(`INSERT INTO "LegalHold" (id, "organisationId", "personId", reason, "byId") VALUES (uuidv7(), '${cast.riverside}', '${of('tom').id}', '\\x00', '${of('fatima').id}')`)
  expect(await due('tom')).not.toContain(byTom)
  expect(await due('fatima')).toContain(byTom)
  await expect(agree('tom', destruction)).rejects.toThrow(/not due/)
  await ask(`UPDATE "RetentionRule" SET because = 'Otherwise.' WHERE what = 'safeguarding.concern'`)
  expect((await findDestruction(of('fatima'), destruction)).because).toMatch(/until the child is 25/)
})
