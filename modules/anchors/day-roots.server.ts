import { asSystem } from '../db/as-system.server.ts'
import { hex } from './roots.server.ts'

export type DayRoot = { day: string; heads: number; root: string }

/** The roots of the last days, oldest first. */
export const dayRoots = ({ days = 40 }: { days?: number } = {}): Promise<DayRoot[]> => asSystem('read the roots of the last days', async (tx) =>
  (await tx.dayRoot.findMany({ orderBy: { day: 'desc' }, take: days })).reverse().map(({ day, heads, hash }) => ({ day: day.toISOString().slice(0, 10), heads, root: hex(hash) })))

/** A day's root in words, as it is kept outside the database. */
export const asText = ({ day, heads, root }: DayRoot): string =>
  `Belay: the root of ${day} over ${heads} safeguarding chronologies.\nroot ${root}\nKeep this where whoever runs Belay's database cannot change it. npm run verify:safeguarding compares.\n`
