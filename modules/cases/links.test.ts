import { expect, test } from 'vitest'
import { asOwner } from '#tests/support/as-owner.ts'
import { cast, of, step, taken, triage, words } from '#tests/support/a-case.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { concernsToLink } from './concerns-to-link.server.ts'
import { findCase } from './find-case.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { linkConcerns } from './link-concerns.server.ts'
import { markDuplicate } from './mark-duplicate.server.ts'
import { reopenConcern } from './reopen-concern.server.ts'
import { unlinkConcerns } from './unlink-concerns.server.ts'

const link = (concernId: string, otherId: string, by = 'fatima', more: object = {}) => linkConcerns(of(by), { ...step(concernId), otherId, kind: 'sibling', words: 'Same address.', ...more })
const linked = async (name: string, id: string) => (await findCase(of(name), id)).linked.map(({ concernId, how }) => [concernId, how])
const two = async () => [await taken(), await taken()] as const

test('two concerns are linked, and each shows the other to whoever may read both; ended, neither does, and it stays on record', async () => {
  const [one, other] = await two()
  await link(one, other)
  expect(await linked('tom', one)).toEqual([[other, 'sibling']])
  expect(await linked('tom', other)).toEqual([[one, 'sibling']])
  const shown = (await findCase(of('tom'), other)).linked[0]!
  expect(shown).toMatchObject({ words: 'Same address.', byName: 'Fatima' })
  const ending = { ...step(other), linkId: shown.linkId!, words: 'Another flat.' }
  await unlinkConcerns(of('tom'), ending)
  await unlinkConcerns(of('tom'), ending)
  await expect(unlinkConcerns(of('fatima'), { ...ending, id: newId() })).rejects.toThrow(Conflict)
  expect(await linked('fatima', one)).toEqual([])
  const once = async (name: string, id: string) => (await findCase(of(name), id)).onceLinked
  for (const [id, far] of [[one, other], [other, one]] as const) expect(await once('fatima', id)).toMatchObject([{ concernId: far, how: 'sibling', words: 'Same address.', byName: 'Fatima', endedByName: 'Tom', endedWhy: 'Another flat.' }])
  // Who was brought in to both reads both, and keeps neither; who keeps one alone is told nothing of it either.
  for (const id of [one, other]) await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  expect(await once('helen', one)).toEqual([])
  await keepFrom(of('fatima'), { ...step(other), personId: of('tom').id, words })
  expect(await once('tom', one)).toEqual([])
  await link(one, other, 'fatima', { kind: 'same_person' })
  expect(await linked('fatima', one)).toEqual([[other, 'same_person']])
  for (const id of [one, other]) expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('whoever reads one of them learns nothing of the other: no row, no line, no count, and it is not among those to choose', async () => {
  const [one, other] = await two()
  await bringIn(of('fatima'), { ...step(one), personId: of('helen').id, words })
  const before = (await findConcern(of('helen'), one)).chronology.length
  await link(one, other)
  expect(await linked('helen', one)).toEqual([])
  expect((await findConcern(of('helen'), one)).chronology).toHaveLength(before)
  await bringIn(of('fatima'), { ...step(other), personId: of('helen').id, words })
  expect(await linked('helen', one)).toEqual([[other, 'sibling']])

  await keepFrom(of('fatima'), { ...step(other), personId: of('tom').id, words })
  expect(await linked('tom', one)).toEqual([])
  expect((await concernsToLink(of('tom'), one)).map(({ concernId }) => concernId)).not.toContain(other)
  await expect(link(one, other, 'tom')).rejects.toThrow(NotFound)
  await expect(unlinkConcerns(of('tom'), { ...step(one), linkId: (await findCase(of('fatima'), one)).linked[0]!.linkId!, words })).rejects.toThrow(NotFound)
})

test('only who keeps both links them, and only within a setting; and past the deeds no more', async () => {
  const [one, other] = await two()
  for (const id of [one, other]) await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  await expect(link(one, other, 'helen')).rejects.toThrow(Forbidden)
  for (const name of ['marcus', 'jay', 'grace', 'bea', 'hana', 'ella']) await expect(link(one, other, name), name).rejects.toThrow(NotFound)
  await expect(link(one, one)).rejects.toThrow(Conflict)
  const elsewhere = await raiseConcern(of('zia'), { id: newId(), who: 'Robin', what: 'A bruise.', danger: 'soon' })
  await expect(link(one, elsewhere)).rejects.toThrow(NotFound)

  const asApp = (name: string, sql: string) => onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of(name).id}', false); ${sql}`)
  const row = (name: string, from: string, to: string) => asApp(name, `INSERT INTO "ConcernLink" (id, "organisationId", "concernId", "otherId", kind, words, "byId") VALUES (uuidv7(), '${cast.riverside}', '${from}', '${to}', 'sibling', '\\x01', '${of(name).id}')`)
  for (const name of ['helen', 'marcus', 'jay', 'bea', 'hana']) await expect(row(name, one, other), name).rejects.toThrow('row-level security')
  await expect(row('fatima', one, elsewhere)).rejects.toThrow('row-level security')
  await link(one, other)
  await expect(asApp('fatima', `UPDATE "ConcernLink" SET words = '\\x02'`)).rejects.toThrow('permission denied')
  await expect(asOwner(`DELETE FROM "ConcernLink"`)).rejects.toThrow()
  await asApp('helen', `UPDATE "ConcernLink" SET "endedAt" = app.now(), "endedById" = '${of('helen').id}', "endedWhy" = '\\x01'`)
  expect(await linked('fatima', one)).toEqual([[other, 'sibling']])
})

test('sent twice it is one link; two who link them at once, each the other way round, make one', async () => {
  const [one, other] = await two()
  const form = { ...step(one), otherId: other, kind: 'sibling' as const, words }
  await Promise.all([1, 2].map(() => linkConcerns(of('fatima'), form)))
  expect(await linked('tom', one)).toHaveLength(1)
  const [a, b] = await two()
  const outcomes = await Promise.allSettled([link(a, b, 'fatima'), link(b, a, 'tom')])
  expect(outcomes.filter(({ status }) => status === 'rejected').map((outcome) => (outcome as PromiseRejectedResult).reason as unknown)).toEqual([expect.any(Conflict)])
  expect(await linked('tom', a)).toEqual([[b, 'sibling']])
})

test('one that was found to be the same leads to the other, from both sides, for whoever may open it', async () => {
  const [one, other] = await two()
  await triage(one, 'low')
  await markDuplicate(of('fatima'), { ...step(one), ofId: other, words })
  expect(await linked('tom', one)).toEqual([[other, 'same_as']])
  expect(await linked('tom', other)).toEqual([[one, 'is_same']])
  expect((await findCase(of('tom'), one)).linked[0]!.lineId).toBe((await findConcern(of('tom'), one)).chronology.find(({ kind }) => kind === 'duplicate')!.id)
  await keepFrom(of('fatima'), { ...step(other), personId: of('tom').id, words })
  expect(await linked('tom', one)).toEqual([])
  await reopenConcern(of('fatima'), { ...step(one), words })
  for (const id of [one, other]) expect(await linked('fatima', id)).toEqual([])
})

test('the link’s moments are the database’s, and the act says which two and how', async () => {
  const [one, other] = await two()
  const form = { ...step(one), otherId: other, kind: 'sibling' as const, words }
  await linkConcerns(of('fatima'), form)
  const [act] = (await onServer(databaseUrl(), `SELECT facts FROM "Act" WHERE kind = 'concern.linked' AND facts->>'linkId' = '${form.id}'`)).rows as { facts: object }[]
  expect(act!.facts).toMatchObject({ otherId: other, linkKind: 'sibling' })
  await onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of('fatima').id}', false); UPDATE "ConcernLink" SET "endedAt" = '2001-01-01', "endedById" = '${of('fatima').id}', "endedWhy" = '\\x01' WHERE id = '${form.id}'`)
  const [row] = (await onServer(databaseUrl(), `SELECT "endedAt" > '2020-01-01' AS late FROM "ConcernLink" WHERE id = '${form.id}'`)).rows as { late: boolean }[]
  expect(row!.late).toBe(true)
})

test('whose membership has ended sees it no more', async () => {
  const [one, other] = await two()
  await link(one, other)
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of('tom').id}'`)
  await expect(findCase(of('tom'), one)).rejects.toThrow(NotFound)
  await expect(link(one, await taken(), 'tom')).rejects.toThrow(NotFound)
})
