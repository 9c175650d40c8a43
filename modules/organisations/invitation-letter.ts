import { z } from 'zod'

/** The job that writes an invitation's letter: its name and what it carries, apart from its work, which reaches the deeds again. */
export const invitationLetter = { name: 'organisations.invitation-letter', data: z.object({ invitationId: z.uuid() }) }
