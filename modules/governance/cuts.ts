/**
 * The ways a report parts the concerns of a time: each of them lies in one part of each. The same parts in the same order as `app.governance_counts`.
 * A way is added only if every mixture of its parts with those of the others can happen (modules/figures): else one would give another away.
 * Kinds of worry are more cuts of two parts, `kind` and its key: of it, or not. Any mixture of them can happen too.
 */
export const cuts = [
  { name: 'danger', title: 'How near the danger was', parts: ['Right now', 'Soon', 'Not now', 'Not sure'] },
  { name: 'level', title: 'How serious, as assessed', parts: ['Emergency or high', 'Medium', 'Low', 'Not safeguarding, or not assessed by then'] },
  { name: 'received', title: 'Answered: somebody said “I have it”', parts: ['Before its clock ran out', 'Later, or not by then'] },
  { name: 'taken', title: 'Taken on by the lead or a deputy', parts: ['Before its clock ran out', 'Later, or not by then'] },
  { name: 'stood', title: 'Where they stood at the end', parts: ['Open', 'Closed: help is in place', 'Closed: another service or setting has it', 'Closed: no harm found', 'Closed: not a safeguarding matter, or the same as another'] },
] as const

/** The same for concerns about adults, which lie in a register of their own. Whether the LADO was told is counted among those that met the harm threshold: for keepers, who see rows. The same parts as `app.adults_in_counts`. */
export const adultCuts = [
  { name: 'weight', title: 'About adults: as weighed', parts: ['The harm threshold was met', 'Low-level', 'Not weighed by then'] },
  { name: 'stood', title: 'About adults: where they stood at the end', parts: ['Open', 'Closed'] },
  { name: 'lado', title: 'About adults: the LADO was told', parts: ['Before its clock ran out', 'Later, or not by then'] },
] as const
