import { createCookie } from '@remix-run/node'
import { settings } from '#modules/settings.server.ts'
import { toLook, type Look } from '#app/ui/look.ts'

const cookie = () => createCookie('look', { path: '/', sameSite: 'lax', httpOnly: true, secure: settings().baseUrl.startsWith('https:'), maxAge: 60 * 60 * 24 * 365 })

/** The look chosen on this device. Anything else in the cookie means: as the device likes. */
export const lookOf = async (request: Request): Promise<Look> =>
  toLook(((await cookie().parse(request.headers.get('cookie'))) as Partial<Look> | null) ?? {})

export const setLook = (look: Look) => cookie().serialize(look)
