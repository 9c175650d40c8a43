import type { NetConnectOpts } from 'node:net'
import { SetUpProblem } from '../errors.ts'

/** Where clamd listens: `tcp://host:3310`, or `unix:///run/clamav/clamd.ctl`. */
export function scannerAt(address: string): NetConnectOpts {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol === 'tcp:' && url.hostname) return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 3310) }
  if (url?.protocol === 'unix:' && !url.hostname && url.pathname.length > 1) return { path: decodeURIComponent(url.pathname) }
  throw new SetUpProblem('CLAMD is not right: say tcp://host:3310 or unix:///run/clamav/clamd.ctl.')
}
