import type { Card, Choice, Step } from './schema.ts'

export type Scenario = Extract<Card, { kind: 'scenario' }>
/** The steps somebody came through, and the choice they made at each; the last has none yet, or is an end. */
export type Walk = { step: Step; choice: Choice | null }[]

/** Follows choices through a scenario from its first step. Null where they are no way through it, as after the content has changed. */
export function walk(scenario: Scenario, chosen: readonly string[]): Walk | null {
  const way: Walk = []
  let step: Step | undefined = scenario.steps[0]
  for (const id of chosen) {
    const choice: Choice | undefined = step?.choices.find((one) => one.id === id)
    if (!step || !choice) return null
    way.push({ step, choice })
    step = scenario.steps.find((one) => one.id === choice.to)
  }
  return step ? [...way, { step, choice: null }] : null
}

/** Did these choices come to an end of the scenario? */
export const cameToAnEnd = (scenario: Scenario, chosen: readonly string[]): boolean => Boolean(walk(scenario, chosen)?.at(-1)?.step.end)

/** How many ways lead through a scenario. It has no circles: the checker refuses them. */
export function waysThrough(scenario: Scenario, from = scenario.steps[0]): number {
  if (!from) return 0
  if (from.end) return 1
  return from.choices.reduce((sum, choice) => sum + waysThrough(scenario, scenario.steps.find((step) => step.id === choice.to)), 0)
}
