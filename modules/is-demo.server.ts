import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from './settings.server.ts'

let answer: boolean | undefined

/** Is this the demo programme? A marker beside the embedded database says so; a database of your own is never the demo. */
export const isDemo = (): boolean => (answer ??= settings().mayBeDemo && existsSync(join(settings().dataDir, 'demo')))
