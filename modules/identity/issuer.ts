import { z } from 'zod'

/** Plain http is for a provider on this very machine, in tests and trials, and for nothing else. */
export const isThisMachine = (url: URL): boolean => url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)

export const Issuer = z.url({ error: 'Write the whole address of the issuer.', abort: true }).refine((text) => {
  const url = new URL(text)
  return (url.protocol === 'https:' || isThisMachine(url)) && url.username === '' && url.search === '' && url.hash === ''
}, 'The address of the issuer begins with https.')
