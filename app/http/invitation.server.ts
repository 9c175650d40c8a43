import { ownCookie } from './cookies.server.ts'

/** The invitation somebody opened. It leaves the address bar at once: no log, no history entry and no other page learns the token. */
const cookie = () => ownCookie('belay-invitation', 3600)

export const invitationOf = (request: Request) => cookie().read(request.headers.get('cookie'))
export const setInvitation = (token: string) => cookie().set(token)
export const clearInvitation = () => cookie().clear()
