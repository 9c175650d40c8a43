import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { SetUpProblem } from '#modules/errors.ts'

const places = () => [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()]
const found = () => places().find((path) => path && existsSync(path))
const works = (file: string, args: string[]) => spawnSync(file, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0

/** Where Chromium is: the system's own; else Debian's package, where we may install it; else Playwright's download. */
export function findChromium(): string {
  const there = found()
  if (there) return there
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian (once) …')
    if (works('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']) || (works('apt-get', ['update', '-qq']) && works('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']))) {
      const installed = found()
      if (installed) return installed
    }
  }
  console.log('Fetching Chromium (once) …')
  works(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  const fetched = found()
  if (fetched) return fetched
  throw new SetUpProblem('The browser tests need Chromium, and none could be had: install it (on Debian: apt-get install chromium), or say where it is with CHROMIUM=/path/to/it.')
}
