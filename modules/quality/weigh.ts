/** What is known of a decision that may be drawn: CAMERA, one letter after the other. */
export type Facts = {
  /** Candidate: somebody has looked at a decision about this learner before. */ isLearnerSeen: boolean
  /** Assessor: new here; disagreed with in the last year; with a qualification that has run out. */ isAssessorNew: boolean; isAssessorDisputed: boolean
  /** Method: a kind of evidence nobody has looked at here before. */ isMethodNew: boolean
  /** Elements: a criterion nobody has looked at here before; a version of the specification nobody has looked at. */ isCriterionSeen: boolean; isVersionNew: boolean
  /** Records: decided more than once. */ attempt: number
  /** Assessment site: the cohort, where somebody has looked before. */ isSiteSeen: boolean
}

/** What makes a decision more worth looking at, how heavily it weighs, and how that is said. A decision of no special risk weighs 1. */
export const risks = {
  'assessor-new': { weighs: 4, says: 'The assessor is new here.', is: (facts: Facts) => facts.isAssessorNew },
  'assessor-disputed': { weighs: 3, says: 'A quality assurer did not agree with this assessor in the last year.', is: (facts: Facts) => facts.isAssessorDisputed },
  'version-new': { weighs: 2, says: 'This version of the specification is new here.', is: (facts: Facts) => facts.isVersionNew },
  'method-new': { weighs: 2, says: 'Nobody has looked at this kind of evidence here before.', is: (facts: Facts) => facts.isMethodNew },
  'site-new': { weighs: 2, says: 'Nobody has looked at this cohort before.', is: (facts: Facts) => !facts.isSiteSeen },
  'learner-new': { weighs: 1, says: 'Nobody has looked at this learner before.', is: (facts: Facts) => !facts.isLearnerSeen },
  'criterion-new': { weighs: 1, says: 'Nobody has looked at this criterion here before.', is: (facts: Facts) => !facts.isCriterionSeen },
  'decided-again': { weighs: 1, says: 'It was decided more than once.', is: (facts: Facts) => facts.attempt > 1 },
} as const
export type Risk = keyof typeof risks

export function weigh(facts: Facts): { weight: number; why: Risk[] } {
  const why = (Object.keys(risks) as Risk[]).filter((risk) => risks[risk].is(facts))
  return { weight: why.reduce((sum, risk) => sum + risks[risk].weighs, 1), why }
}

const covering: Record<string, string> = { 'covers-assessor': 'Drawn so that every assessor is looked at.', 'covers-method': 'Drawn so that every kind of evidence is looked at.', 'by-lot': 'Drawn by lot.' }

/** Why a decision was drawn, in words, the first reason first. */
export const sayWhy = (why: readonly string[]): string[] => why.flatMap((code) => covering[code] ?? (risks as Partial<Record<string, { says: string }>>)[code]?.says ?? [])

/**
 * How many to look at when nobody says: half of a new or disputed assessor's decisions and 15 in a hundred of others'. Centres often look at half
 * or more at first and at 10 to 25 in a hundred later (standards.md 3.3); at least one of each assessor and of each kind of evidence, at most 60 at once.
 */
export function suggestedSize(pool: readonly { assessorId: string; methods: readonly string[]; why: readonly Risk[] }[]): number {
  const share = pool.reduce((sum, { why }) => sum + (why.includes('assessor-new') || why.includes('assessor-disputed') ? 0.5 : 0.15), 0)
  const least = new Set(pool.map(({ assessorId }) => assessorId)).size + new Set(pool.flatMap(({ methods }) => methods)).size
  return Math.min(pool.length, 60, Math.max(Math.ceil(share), least))
}
