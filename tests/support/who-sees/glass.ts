import type { Eyes, Row } from './world.ts'

/** I opened what was not mine to open, less than an hour ago, and am still what let me: the head there, or programme lead of its delivery site. */
export const brokeIt = (row: Row, eyes: Eyes): boolean =>
  eyes.isMine(row.personId) && Date.parse(row.until!) > Date.parse(eyes.world.now) && (eyes.holds(row.organisationId, 'head') || eyes.supports(row.organisationId, 'programme_lead'))
