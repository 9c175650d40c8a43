import { createHmac, hkdfSync } from 'node:crypto'
import { pepperKey } from '../../crypto/master-key.server.ts'
import { standInUln } from '../uln.ts'

/** What two learners of a setting cannot have the same: a digest under a key kept outside the database. The stand-in is everybody's. */
export const hashOfUln = (organisationId: string, uln: string | null): string | null =>
  uln && uln !== standInUln ? createHmac('sha256', Buffer.from(hkdfSync('sha256', pepperKey(), 'belay', 'unique learner numbers', 32))).update(`${organisationId}|${uln}`).digest('hex') : null
