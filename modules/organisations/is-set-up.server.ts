import { atTheDoor } from '../db/at-the-door.server.ts'

/** Is there any organisation yet? Asked at the door, before anybody can sign in. */
export const isSetUp = (): Promise<boolean> => atTheDoor('set up the first organisation', async (tx) => (await tx.organisation.count()) > 0)
