import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { AttemptTrouble } from '#prisma/generated/enums.ts'
import { settings } from '../settings.server.ts'
import { findAddress } from './find-address.server.ts'
import { isPublic } from './public-address.server.ts'

export type Answer = { trouble: AttemptTrouble | null; status: number | null }
type Ways = { resolve?: typeof findAddress; limit?: number }

/** Hosts that whoever runs Belay has named: they may be private, and plain http. */
export const isNamed = (host: string): boolean => (settings().WEBHOOK_HOSTS ?? '').split(',').map((one) => one.trim()).filter(Boolean).includes(host)

/**
 * Sends one message to an address that somebody wrote into a form, and says what came of it. The name is looked up once, what it leads to is judged, and the
 * call goes to that very address: a name that leads elsewhere a moment later changes nothing. Nothing is followed, and of the answer only its number is read.
 */
export async function callOut(to: string, message: { headers: Record<string, string>; body: string }, { resolve = findAddress, limit = 10_000 }: Ways = {}): Promise<Answer> {
  const url = new URL(to)
  const isOurs = isNamed(url.host)
  if ((url.protocol !== 'https:' || url.port) && !isOurs) return { trouble: 'not_allowed', status: null }
  const signal = AbortSignal.timeout(limit)
  try {
    const found = await within(signal, resolve(url.hostname.replace(/^\[|\]$/g, ''), { signal, isOurs }))
    const [first] = found
    if (!first) return { trouble: 'no_answer', status: null }
    if (!isOurs && !found.every(({ address }) => isPublic(address))) return { trouble: 'not_allowed', status: null }
    const status = await post(url, first, message, signal)
    return { status, trouble: status >= 200 && status < 300 ? null : status >= 300 && status < 400 ? 'sent_elsewhere' : 'refused' }
  } catch {
    return { trouble: signal.aborted ? 'too_slow' : 'no_answer', status: null }
  }
}

const post = (url: URL, { address, family }: Awaited<ReturnType<typeof findAddress>>[number], { headers, body }: { headers: Record<string, string>; body: string }, signal: AbortSignal) => new Promise<number>((resolve, reject) => {
  const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
    method: 'POST', signal, agent: false, timeout: 10_000, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Belay' },
    lookup: (_host, options, back) => { if (options.all) back(null, [{ address, family }]); else back(null, address, family) },
  })
  // However much it goes on to say, it is hung up on once its number is known.
  request.on('response', (answer) => { resolve(answer.statusCode ?? 0); answer.destroy() }).on('error', reject).end(body)
})

/** What does not let itself be called off is left alone. */
const within = <Result>(signal: AbortSignal, work: Promise<Result>) => Promise.race([work, new Promise<never>((_resolve, reject) => { signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true }) })])
