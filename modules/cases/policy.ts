import { holds, holdsSomewhere } from '../policy.ts'
import type { Viewer } from '../db/viewer.ts'
import { may as withConcern, type ConcernFacts } from '../safeguarding/policy.ts'

/** What the rules of a case look at: what those of a concern do, who closed it and who handed it on last, who has it, and whether it was ever high. */
export type CaseFacts = ConcernFacts & { closedById: string | null; handedOnById: string | null; hasItId: string | null; wasHigh: boolean }

export const may = {
  /** A case is kept by those who may take it on: leads and deputies of its setting, and a head who was told of it or brought in. */
  keep: (viewer: Viewer, facts: CaseFacts) => withConcern.takeOn(viewer, facts),
  /** Whom it turns out to be about is kept out by whoever keeps it; by a head who opened it in need, where it is whoever looks after it. */
  keepFrom: (viewer: Viewer, facts: CaseFacts) => facts.hasItId === null ? may.keep(viewer, facts) : may.keepFromThem(viewer, facts, facts.hasItId),
  /** From this one of them. */
  keepFromThem: (viewer: Viewer, facts: CaseFacts, personId: string): boolean => may.keep(viewer, facts) || (personId === facts.hasItId && holds(viewer, facts.organisationId, 'head')),
  /** Whoever was left out for their name alone is let in by whoever keeps it; where nobody is left who does, by whoever reads it. */
  letIn: (viewer: Viewer, facts: CaseFacts & { /** Somebody is left who keeps it. */ isKept: boolean }) => !facts.isKept || may.keep(viewer, facts),
  /** Whoever keeps it or was brought in writes down what was spoken of. Who opened it behind its glass reads, and no more. */
  discuss: (viewer: Viewer, facts: CaseFacts) => facts.isBroughtIn || withConcern.takeOn(viewer, facts),
  /** That the other setting has it. Where it was ever high, never whoever handed it on: nobody ends such a case alone. */
  writeDownReceipt: (viewer: Viewer, facts: CaseFacts) => !(facts.wasHigh && facts.handedOnById === viewer.id) && withConcern.takeOn(viewer, facts),
  /** Who may need to read what is not theirs, on record and for an hour. Which concerns, the database says. */
  breakGlass: (viewer: Viewer) => holdsSomewhere(viewer, 'head', 'programme_lead'),
  /** The second signature: never whoever closed it. */
  sign: (viewer: Viewer, facts: CaseFacts) => facts.closedById !== viewer.id && withConcern.takeOn(viewer, facts),
}
