import { ownCookie } from './cookies.server.ts'

/** The code of a pack that somebody opened. It leaves the address bar at once, as that of an invitation does. */
const cookie = () => ownCookie('belay-receipt', 3600)

export const receiptCodeOf = (request: Request) => cookie().read(request.headers.get('cookie'))
export const setReceiptCode = (code: string) => cookie().set(code)
