import { atTheDoor } from '../db/at-the-door.server.ts'

/** The schools and clubs whose own sign-in Belay takes: the buttons of the sign-in page. */
export const schoolSignIns = () => atTheDoor('sign in', (tx) => tx.identityProvider.findMany({ where: { switchedOffAt: null }, select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 50 }))
