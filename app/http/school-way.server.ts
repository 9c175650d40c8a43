import { ownCookie } from './cookies.server.ts'

/** The way to a school's sign-in and back, ten minutes long: the browser that left must be the one that comes back. */
const cookie = () => ownCookie('belay-school', 600)

export const wayOf = (request: Request) => cookie().read(request.headers.get('cookie'))
export const setWay = (ceremonyId: string) => cookie().set(ceremonyId)
export const clearWay = () => cookie().clear()
