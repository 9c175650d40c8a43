import type { Scenario } from '../walk.ts'

/** What is wrong with the ways through a scenario: dead ends, circles, steps nobody comes to, choices that lead nowhere. */
export function checkScenario(scenario: Scenario): { id: string; says: string }[] {
  const wrong: { id: string; says: string }[] = []
  const steps = new Map(scenario.steps.map((step) => [step.id, step]))
  const first = scenario.steps[0]
  if (!first) return [{ id: scenario.id, says: 'A scenario needs steps.' }]

  const reached = new Set<string>()
  const visit = (id: string, path: readonly string[]) => {
    if (path.includes(id)) return void wrong.push({ id, says: `The way ${[...path, id].join(' → ')} goes in a circle and never ends.` })
    if (reached.has(id)) return
    reached.add(id)
    for (const choice of steps.get(id)?.choices ?? []) if (steps.has(choice.to)) visit(choice.to, [...path, id])
  }
  visit(first.id, [])

  for (const step of scenario.steps) {
    if (!reached.has(step.id)) wrong.push({ id: step.id, says: `No choice leads to “${step.id}”.` })
    if (step.end && step.choices.length > 0) wrong.push({ id: step.id, says: `“${step.id}” is an end and has choices.` })
    if (!step.end && step.choices.length === 0) wrong.push({ id: step.id, says: `“${step.id}” stops without an end: give it choices, or end="…".` })
    if (!step.end && step.choices.length === 1) wrong.push({ id: step.id, says: `“${step.id}” has one choice, which is none.` })
    for (const choice of step.choices) if (!steps.has(choice.to)) wrong.push({ id: choice.id, says: `“${choice.id}” leads to “${choice.to}”, which is not there.` })
  }
  return wrong
}
