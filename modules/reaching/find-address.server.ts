import { lookup, Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'

export type Found = { address: string; family: number }

/**
 * What a name leads to. The system's own look-up cannot be called off and holds a thread that everything else waits for, so that a name server that never
 * says would hold up all of Belay: it is asked for hosts alone that whoever runs Belay has named, which may stand in a file of this machine.
 */
export async function findAddress(host: string, { signal, isOurs, servers }: { signal: AbortSignal; isOurs: boolean; servers?: readonly string[] }): Promise<Found[]> {
  const family = isIP(host)
  if (family) return [{ address: host, family }]
  if (isOurs) return lookup(host, { all: true })
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  if (servers) resolver.setServers(servers)
  const cancel = () => { resolver.cancel() }
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    if (four.status === 'rejected' && six.status === 'rejected') throw four.reason
    return [...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []), ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : [])]
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
