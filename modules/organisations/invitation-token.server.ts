import { createHmac, hkdfSync } from 'node:crypto'
import { masterKey } from '../crypto/master-key.server.ts'

/**
 * The token in an invitation's link, made from its id under a key from the master key. So the job that writes the letter finds it again, and
 * it lies neither in the database nor in the queue; both have only its hash or its id.
 */
export const tokenOfInvitation = (invitationId: string): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', masterKey().key, 'belay', 'invitations', 32))).update(invitationId).digest('base64url')
