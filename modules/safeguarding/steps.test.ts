import { expect, test } from 'vitest'
import { CaseLevel, CaseState } from '#prisma/generated/enums.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { canTake, decisions, stateAfter, steps, type StepKind } from './steps.ts'

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

test('from waiting every state can be reached, and out of every state there is a way', () => {
  const reached = new Set<CaseState>(['waiting'])
  for (const state of reached) for (const kind of kinds) for (const level of [null, 'high'] as const) for (const fact of facts) {
    const next = stateAfter(state, kind, { level, ...fact })
    if (next) reached.add(next)
  }
  expect([...reached].sort()).toEqual(Object.values(CaseState).sort())
  for (const state of Object.values(CaseState)) expect(kinds.some((kind) => canTake(state, kind) && stateAfter(state, kind, { level: null, decision: 'monitor' }) !== state), state).toBe(true)
})
