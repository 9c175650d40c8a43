import { createHash } from 'node:crypto'

/** A decision that may be drawn: who decided, from what kinds of evidence, and how heavily it weighs. */
export type Drawable = { id: string; assessorId: string; methods: readonly string[]; weight: number }
export type Drawn = { id: string; /** The assessor or the kind of evidence it was drawn to cover. */ covers: ('assessor' | 'method')[] }

/**
 * Draws a sample: first so that every assessor and every kind of evidence is looked at once where the size allows, then by weight. Each decision
 * has a ticket of its own, made of the seed and its id (Efraimidis and Spirakis, 2006: u^(1/weight), the largest win), so that the same seed and
 * the same decisions draw the same sample in whatever order they come, and more weight never makes it less likely.
 */
export function drawSample(pool: readonly Drawable[], { seed, size }: { seed: string; size: number }): Drawn[] {
  const byTicket = pool.map((one) => ({ ...one, ticket: Math.log(lot(seed, one.id)) / Math.max(1, one.weight) }))
    .sort((one, other) => other.ticket - one.ticket || (one.id < other.id ? -1 : 1))
  const drawn = new Map<string, Drawn>()
  const covered = new Set<string>()
  const strata = [
    ...[...new Set(pool.map(({ assessorId }) => assessorId))].sort().map((value) => ({ kind: 'assessor' as const, value })),
    ...[...new Set(pool.flatMap(({ methods }) => methods))].sort().map((value) => ({ kind: 'method' as const, value })),
  ]
  for (const { kind, value } of strata) {
    if (covered.has(`${kind} ${value}`) || drawn.size >= size) continue
    const first = byTicket.find((one) => !drawn.has(one.id) && (kind === 'assessor' ? one.assessorId === value : one.methods.includes(value)))
    if (!first) continue
    drawn.set(first.id, { id: first.id, covers: [kind] })
    for (const key of [`assessor ${first.assessorId}`, ...first.methods.map((method) => `method ${method}`)]) covered.add(key)
  }
  for (const { id } of byTicket) if (drawn.size < size && !drawn.has(id)) drawn.set(id, { id, covers: [] })
  return [...drawn.values()]
}

/** A number above nought and below one, of 48 bits, that only the seed and the id decide. */
const lot = (seed: string, id: string): number => (createHash('sha256').update(`${seed} ${id}`).digest().readUIntBE(0, 6) + 0.5) / 2 ** 48
