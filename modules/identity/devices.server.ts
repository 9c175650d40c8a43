import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** Where somebody is signed in now, the newest first. */
export const devices = (viewer: Viewer) => read(viewer, async (tx) => {
  const open = await tx.session.findMany({
    where: { personId: viewer.id, endedAt: null, expiresAt: { gt: now() } }, orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, lastSeenAt: true, device: true, isShared: true, method: true },
  })
  return open.map(({ device, ...session }) => ({ ...session, device: inWords(device), isThis: session.id === viewer.sessionId }))
})

/** A browser's own description of itself, as a person would say it. */
export function inWords(agent: string): string {
  const browser = /Edg\//.test(agent) ? 'Edge' : /SamsungBrowser/.test(agent) ? 'Samsung Internet' : /Firefox\//.test(agent) ? 'Firefox' : /Chrom(e|ium)\//.test(agent) ? 'Chrome' : /Safari\//.test(agent) ? 'Safari' : 'A browser'
  const on = /iPhone/.test(agent) ? 'an iPhone' : /iPad/.test(agent) ? 'an iPad' : /Android/.test(agent) ? 'an Android phone or tablet' : /CrOS/.test(agent) ? 'a Chromebook' : /Windows/.test(agent) ? 'Windows' : /Mac OS/.test(agent) ? 'a Mac' : /Linux/.test(agent) ? 'Linux' : 'a device'
  return `${browser} on ${on}`
}
