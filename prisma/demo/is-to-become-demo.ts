import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '#modules/settings.server.ts'

export const marker = (name: 'demo' | 'own') => join(settings().dataDir, name)

/**
 * Is this embedded database to become the demo? Only if it is ours and new, or was left half filled: neither a demo yet, nor somebody's
 * own. The first start decides, and the decision is kept beside the data.
 */
export function isToBecomeDemo({ mayBeDemo }: { mayBeDemo: boolean }): boolean {
  if (existsSync(marker('demo')) || existsSync(marker('own'))) return false
  if (!mayBeDemo) writeFileSync(marker('own'), 'This database is not the demo.\n')
  return mayBeDemo
}
