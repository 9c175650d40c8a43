import type { Changes } from '../curriculum/changes-between.ts'

/** A unit that is different now from what some learners began, and go on seeing. */
export type ChangesSince = Changes & { unitId: string; unitSlug: string; unitTitle: string; /** Which version they began. */ contentHash: string; /** When the first learner began that version. */ keptAt: Date; /** How many of those the viewer follows are on it. */ learners: number }

/** Is this card another one on the pages of those who began that version? */
export const isOtherThere = (cardId: string, { added, changed }: Pick<ChangesSince, 'added' | 'changed'>): boolean => [...added, ...changed].some(({ id }) => id === cardId)
