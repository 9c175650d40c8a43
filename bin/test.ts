import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetUpProblem } from '#modules/errors.ts'
import { addUp, check, runNode, type Check } from './check.ts'
import { findChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'belay-reports-'))
// The tests choose their own surroundings: nothing of the machine's may reach them.
const clean = { DATABASE_URL: '', BASE_URL: '', DATA_DIR: '', MASTER_KEY: '', MASTER_KEY_PREVIOUS: '', PEPPER: '', SMTP_URL: '', OIDC_ISSUERS: '', CLAMD: '', ROOTS_DIR: '', ROOTS_MAIL: '', TRUST_PROXY: '', BELAY_DEMO: '', METRICS_PORT: '', TLS_CERT: '', TLS_KEY: '', PORT: '', HOST: '' }

/** What a runner says it did. A runner that died before it could say so has failed once, whatever it did before. */
function reported(name: string, code: number, count: (report: never) => { passed: number; failed: number }): Check {
  try {
    const { passed, failed } = count(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as never)
    return { name, passed, failed: code !== 0 && failed === 0 ? 1 : failed }
  } catch {
    return { name, passed: 0, failed: 1 }
  }
}

async function vitest(): Promise<Check> {
  console.log('\n── vitest')
  const file = join(folder, 'vitest.json')
  const code = await runNode(['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], clean)
  return reported('vitest', code, (report: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number; testResults: { status: string; assertionResults: unknown[] }[] }) => ({
    passed: report.numPassedTests,
    // A file that could not even be read has no tests to fail: it counts as one.
    failed: report.numFailedTests + report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length,
  }))
}

async function playwright(): Promise<Check> {
  console.log('\n── playwright')
  const code = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--reporter=dot,json'], { ...clean, CHROMIUM: findChromium(), PLAYWRIGHT_JSON_OUTPUT_NAME: join(folder, 'playwright.json') })
  return reported('playwright', code, ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))
}

async function pages(): Promise<Check> {
  console.log('\n── build')
  const code = await runNode(['bin/build.ts'], clean)
  return { name: 'build', passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
}

/** Every check there is, one after the other; the last line says what the runners reported, added up. */
try {
  findChromium()
  const done = [...await check(), await vitest(), await pages(), await playwright()]
  rmSync(folder, { recursive: true, force: true })
  process.exit(addUp(done) ? 1 : 0)
} catch (error) {
  console.error(error instanceof SetUpProblem ? error.message : error)
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}
