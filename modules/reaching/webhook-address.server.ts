import { isIP } from 'node:net'
import { z } from 'zod'
import { isNamed } from './call-out.server.ts'
import { isPublic } from './public-address.server.ts'

const problemOf = (text: string): string | null => {
  if (!URL.canParse(text)) return 'Write the whole address, as the gateway gives it: https://…'
  const { protocol, host, hostname, port, username, password, hash } = new URL(text)
  if (isNamed(host)) return null
  if (protocol !== 'https:') return 'It begins with https://, so that nobody on the way can read or change it.'
  if (port) return 'Leave out the number after the name: only the usual port (443) is called. Whoever runs Belay can allow another (WEBHOOK_HOSTS).'
  if (username || password || hash) return 'Leave out a name, a password, and what follows a #.'
  const bare = hostname.replace(/^\[|\]$/g, '')
  return /(^|\.)(localhost|local|internal)$/.test(bare) || (isIP(bare) !== 0 && !isPublic(bare)) ? 'That leads into a private network. Whoever runs Belay can allow it by its name (WEBHOOK_HOSTS).' : null
}

/** Where a webhook may be said to be. What its name leads to is judged again each time something is sent. */
export const WebhookAddress = z.string().trim().min(1, 'Write the address.').max(500, 'It is too long.').superRefine((text, about) => {
  const message = problemOf(text)
  if (message) about.addIssue({ code: 'custom', message })
})
