import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { poolAs } from '../db/clients.server.ts'
import { TooMany } from '../errors.ts'

/** What is limited at the door: tries, within seconds; by name and by address. A class signing in at once shares one address. */
const kinds = {
  password: { byName: { points: 10, duration: 300 }, byAddress: { points: 300, duration: 300 } },
  code: { byName: { points: 20, duration: 300 }, byAddress: { points: 120, duration: 300 } },
  'second-factor': { byName: { points: 8, duration: 300 }, byAddress: { points: 200, duration: 300 } },
  ceremony: { byName: { points: 60, duration: 300 }, byAddress: { points: 300, duration: 300 } },
} as const
export type TryKind = keyof typeof kinds

let limiters: Map<string, RateLimiterPostgres> | undefined
let storeClient: ReturnType<typeof poolAs> | undefined

function limiter(kind: TryKind, by: 'byName' | 'byAddress'): RateLimiterPostgres {
  if (!limiters) {
    storeClient = poolAs('door', 3)
    limiters = new Map(Object.entries(kinds).flatMap(([name, limits]) => (['byName', 'byAddress'] as const).map((key) => [`${name} ${key}`, new RateLimiterPostgres({
      storeClient, storeType: 'pool', tableName: 'RateLimit', tableCreated: true, clearExpiredByTimeout: false, keyPrefix: `${name}-${key}`, ...limits[key],
    })])))
  }
  return limiters.get(`${kind} ${by}`)!
}

const hashed = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Counts a try. Throws TooMany, with how long to wait, once there were too many. */
export async function countTry(kind: TryKind, name: string, address: string): Promise<void> {
  try {
    await limiter(kind, 'byAddress').consume(hashed(address))
    await limiter(kind, 'byName').consume(hashed(`${name}|${address}`))
  } catch (limit) {
    if (limit instanceof RateLimiterRes) throw new TooMany(Math.ceil(limit.msBeforeNext / 1000))
    throw limit
  }
}

/** After it worked, the tries before it no longer count. */
export const forgetTries = async (kind: TryKind, name: string, address = ''): Promise<void> => {
  await limiter(kind, 'byName').delete(hashed(`${name}|${address}`))
}

export async function closeLimits() {
  if (storeClient && !storeClient.ended) await storeClient.end()
  storeClient = limiters = undefined
}
