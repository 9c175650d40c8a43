import { BlockList, isIP } from 'node:net'

// What belongs to one machine, one network, or nobody. Source: IANA's registries of special-purpose addresses, IPv4 and IPv6.
const notPublic = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) notPublic.addSubnet(net, bits, 'ipv4')
// Teredo and other protocols, examples, and 6to4, which carry an IPv4 address inside.
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) notPublic.addSubnet(net, bits, 'ipv6')
// Of IPv6 only this has been handed out for the whole world; loopback, link-local, private, mapped and translated addresses lie outside it.
const handedOut = new BlockList()
handedOut.addSubnet('2000::', 3, 'ipv6')

/** Is this an address anybody in the world would reach the same machine by? */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !notPublic.check(address, 'ipv4')
  return family === 6 && handedOut.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}
