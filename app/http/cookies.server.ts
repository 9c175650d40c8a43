import { createCookie } from '@remix-run/node'
import { settings } from '#modules/settings.server.ts'

/** A cookie of ours that no script reads. `__Host-` where the connection is secure: no other site of the host can set it. */
export function ownCookie(name: string, seconds?: number) {
  const isSecure = settings().baseUrl.startsWith('https:')
  const cookie = () => createCookie(isSecure ? `__Host-${name}` : name, { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/', ...(seconds ? { maxAge: seconds } : {}) })
  return {
    read: async (cookies: string | null): Promise<string | null> => {
      const value: unknown = await cookie().parse(cookies)
      return typeof value === 'string' && value !== '' ? value : null
    },
    set: (value: string) => cookie().serialize(value),
    clear: () => cookie().serialize('', { maxAge: 0 }),
  }
}
