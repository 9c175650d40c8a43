import type { Viewer } from '../db/viewer.ts'
import { holdsSomewhere } from '../policy.ts'

/** What the rules look at. Whether somebody *reads* a concern about an adult, and so keeps it, is the database's to say. */
export type AdultFacts = { holderId: string | null; isHolderGone: boolean; closedById: string | null; isApart: boolean }

/** Whether somebody may have concerns about adults to keep. Which, the database says. */
export const mayKeepRegister = (viewer: Viewer): boolean => holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead', 'head', 'programme_lead')

export const may = {
  keep: () => true,
  /** Somebody else has it: a colleague takes it over. */
  takeOver: (viewer: Viewer, facts: AdultFacts) => facts.holderId !== viewer.id,
  /** The second signature: never whoever closed it. */
  sign: (viewer: Viewer, facts: AdultFacts) => facts.closedById !== viewer.id,
  askSharer: (_viewer: Viewer, facts: AdultFacts) => facts.isApart,
}
