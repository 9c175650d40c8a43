import { expect, test } from 'vitest'
import { CaseLevel, CaseState } from '#prisma/generated/enums.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { canTake, decisions, stateAfter, steps, strikable, type StepKind } from './steps.ts'

const kinds = Object.keys(steps) as StepKind[]
const facts = [{}, ...decisions.map(({ value }) => ({ decision: value })), { stillWaiting: true }, { stillWaiting: false }]

test('the database and the table of steps agree: every state, every step, every level', async () => {
  const asked = Object.values(CaseState).flatMap((state) => kinds.flatMap((kind) => [null, ...Object.values(CaseLevel)].flatMap((level) => facts.map((fact) => ({ state, kind, level, fact })))))
  const { rows: answers } = await onServer(databaseUrl(), `SELECT app.case_after((one->>'state')::"CaseState", (one->>'level')::"CaseLevel", one->>'kind', one->'fact')::text AS after
    FROM jsonb_array_elements('${JSON.stringify(asked)}'::jsonb) WITH ORDINALITY AS asked(one, place) ORDER BY place`) as unknown as { rows: { after: string | null }[] }
  expect(answers).toHaveLength(asked.length)
  const apart = asked.filter(({ state, kind, level, fact }, index) => stateAfter(state, kind, { level, ...fact }) !== answers[index]!.after)
  expect(apart).toEqual([])
})

test('every kind of line is in both tables, and what can be struck through is the same', async () => {
  const { rows } = await onServer(databaseUrl(), `SELECT kind, "isStrikable" FROM "LineKind" WHERE kind <> 'raised' ORDER BY kind COLLATE "C"`) as unknown as { rows: { kind: string; isStrikable: boolean }[] }
  expect(rows.map(({ kind }) => kind)).toEqual(kinds.toSorted())
  expect(rows.filter(({ isStrikable }) => isStrikable).map(({ kind }) => kind)).toEqual([...strikable].sort())
})

test('what a kind of line names is a function of the database, and nobody but its owner calls it', async () => {
  const { rows } = await onServer(databaseUrl(), `SELECT name, p.oid IS NOT NULL AS "isThere", has_function_privilege('app', p.oid, 'EXECUTE') AS "isCalled"
    FROM (SELECT becomes AS name FROM "LineKind" UNION SELECT proviso FROM "LineKind" UNION SELECT "underLock" FROM "LineKind") named
    LEFT JOIN pg_proc p ON p.proname = name AND p.pronamespace = 'app'::regnamespace WHERE name IS NOT NULL`) as unknown as { rows: { name: string; isThere: boolean; isCalled: boolean }[] }
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(({ isThere, isCalled }) => !isThere || isCalled)).toEqual([])
})

test('from waiting every state can be reached, and out of every state there is a way', () => {
  const reached = new Set<CaseState>(['waiting'])
  for (const state of reached) for (const kind of kinds) for (const level of [null, 'high'] as const) for (const fact of facts) {
    const next = stateAfter(state, kind, { level, ...fact })
    if (next) reached.add(next)
  }
  expect([...reached].sort()).toEqual(Object.values(CaseState).sort())
  for (const state of Object.values(CaseState)) expect(kinds.some((kind) => canTake(state, kind) && stateAfter(state, kind, { level: null, decision: 'monitor' }) !== state), state).toBe(true)
})
