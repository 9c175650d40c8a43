import type { MalpracticeEnding } from '#prisma/generated/enums.ts'

/** How a case may end, as people read it. */
export const endings: Record<MalpracticeEnding, string> = { nothing_found: 'Nothing was wrong', advice_given: 'They were shown how it is done', put_right: 'It was put right, and decided again', passed_on: 'Passed on to the awarding body' }
