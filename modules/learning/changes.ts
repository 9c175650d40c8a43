import type { Changes } from '../curriculum/changes-between.ts'

/** A unit that is different now from what some learners began, and go on seeing. */
export type ChangesSince = Changes & { unitId: string; unitSlug: string; unitTitle: string; /** When the first learner began that version. */ keptAt: Date; /** How many of those the viewer follows are on it. */ learners: number }
