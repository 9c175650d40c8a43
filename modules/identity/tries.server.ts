import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { poolAs } from '../db/clients.server.ts'
import { TooMany } from '../errors.ts'

/** What is limited at the door: tries, within seconds; by name and by address. A class signing in at once shares one address. */
const kinds = {
  password: { byName: { points: 10, duration: 300 }, byAddress: { points: 300, duration: 300 } },
  code: { byName: { points: 20, duration: 300 }, byAddress: { points: 120, duration: 300 } },
  'second-factor': { byName: { points: 8, duration: 300 }, byAddress: { points: 200, duration: 300 } },
  'back-in': { byName: { points: 10, duration: 300 }, byAddress: { points: 120, duration: 300 } },
  badge: { byName: { points: 120, duration: 300 }, byAddress: { points: 400, duration: 300 } },
  certificate: { byName: { points: 60, duration: 300 }, byAddress: { points: 400, duration: 300 } },
  upload: { byName: { points: 40, duration: 600 }, byAddress: { points: 400, duration: 600 } },
  trial: { byName: { points: 10, duration: 3600 }, byAddress: { points: 100, duration: 3600 } },
  ceremony: { byName: { points: 60, duration: 300 }, byAddress: { points: 300, duration: 300 } },
} as const
/** A name tried from everywhere at once: every further try waits. Slower for the guesser, a moment for its owner, and no stranger locks anybody out. */
const anywhere = { points: 40, duration: 600 }
const pause = 1500

export type TryKind = keyof typeof kinds

let limiters: Map<string, RateLimiterPostgres> | undefined
let storeClient: ReturnType<typeof poolAs> | undefined

function limiter(kind: TryKind, by: 'byName' | 'byAddress' | 'anywhere'): RateLimiterPostgres {
  if (!limiters) {
    storeClient = poolAs('door', 3)
    limiters = new Map(Object.entries(kinds).flatMap(([name, limits]) => (['byName', 'byAddress', 'anywhere'] as const).map((key) => [`${name} ${key}`, new RateLimiterPostgres({
      storeClient, storeType: 'pool', tableName: 'RateLimit', tableCreated: true, clearExpiredByTimeout: false, keyPrefix: `${name}-${key}`, ...(key === 'anywhere' ? anywhere : limits[key]),
    })])))
  }
  return limiters.get(`${kind} ${by}`)!
}

/** A household or a phone has a whole /64 of IPv6 addresses to itself: it counts as one. */
export const network = (address: string): string => {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '')
  const [head = '', tail = ''] = address.split('::')
  const start = head.split(':').filter(Boolean)
  const end = tail.split(':').filter(Boolean)
  const groups = address.includes('::') ? [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end] : start
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':')}::/64`
}

const hashed = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Counts a try. Throws TooMany, with how long to wait, once there were too many. */
export async function countTry(kind: TryKind, name: string, from: string): Promise<void> {
  const address = network(from)
  try {
    await limiter(kind, 'byAddress').consume(hashed(address))
    await limiter(kind, 'byName').consume(hashed(`${name}|${address}`))
    if (kind === 'password' || kind === 'second-factor' || kind === 'back-in') await slowDown(kind, name)
  } catch (limit) {
    if (limit instanceof RateLimiterRes) throw new TooMany(Math.ceil(limit.msBeforeNext / 1000))
    throw limit
  }
}

/** Counts what somebody signed in does that costs the machine much, or somebody elsewhere, by who they are (a trial: by their setting) and from wherever. Throws TooMany. */
export async function countDoing(kind: 'certificate' | 'upload' | 'trial', whoseId: string): Promise<void> {
  try {
    await limiter(kind, 'byName').consume(hashed(whoseId))
  } catch (limit) {
    if (limit instanceof RateLimiterRes) throw new TooMany(Math.ceil(limit.msBeforeNext / 1000))
    throw limit
  }
}

async function slowDown(kind: TryKind, name: string) {
  try {
    await limiter(kind, 'anywhere').consume(hashed(name))
  } catch (limit) {
    if (!(limit instanceof RateLimiterRes)) throw limit
    await wait(pause)
  }
}

/** After it worked, the tries before it no longer count. */
export const forgetTries = async (kind: TryKind, name: string, from = ''): Promise<void> => {
  await limiter(kind, 'byName').delete(hashed(`${name}|${network(from)}`))
}

export async function closeLimits() {
  if (storeClient && !storeClient.ended) await storeClient.end()
  storeClient = limiters = undefined
}
