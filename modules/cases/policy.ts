import type { Viewer } from '../db/viewer.ts'
import { may as withConcern, type ConcernFacts } from '../safeguarding/policy.ts'

/** What the rules of a case look at: what those of a concern do, who closed it last, and whether it was ever high. */
export type CaseFacts = ConcernFacts & { closedById: string | null; wasHigh: boolean }

export const may = {
  /** A case is kept by those who may take it on: leads and deputies of its setting, and a head who was told of it or brought in. */
  keep: (viewer: Viewer, facts: CaseFacts) => withConcern.takeOn(viewer, facts),
  /** Everybody who reads it may write down what was spoken of. */
  discuss: () => true,
  /** The second signature: never whoever closed it. */
  sign: (viewer: Viewer, facts: CaseFacts) => facts.closedById !== viewer.id && withConcern.takeOn(viewer, facts),
}
