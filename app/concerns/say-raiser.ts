import type { OpenConcern } from '#modules/safeguarding/find-concern.server.ts'

/** Who raised it, for those who read it: a mentee by their bird, and by the name they gave. */
export const sayRaiser = ({ raisedByName, mentee }: Pick<OpenConcern, 'raisedByName' | 'mentee'>): string =>
  raisedByName ?? (mentee ? `${mentee.birdName}${mentee.ownName ? ` (${mentee.ownName})` : ''}, a mentee` : 'a mentee')
