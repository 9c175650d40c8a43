import { findChromium } from './chromium.ts'
import { runNode } from './check.ts'

// The long tests, of which `npm test` runs a sample: 200 malformed requests to each address, with a new seed each time; a worry, and each step
// to a certificate and of a case, killed before every single statement; the whole app killed two hundred times while worries climb; fifty worries at once with a
// thousand pages open, and the database gone for half a minute in the middle; the server killed under somebody's pen, again and again.
const seed = process.env.FUZZ_SEED ?? String(Date.now() % 2 ** 31)
const kills = process.env.KILLS ?? '10'
console.log(`Seed: ${seed}`)
const parts: { name: string; args: string[]; env: Record<string, string> }[] = [
  { name: 'malformed requests', args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/fuzz.test.ts'], env: { FUZZ_RUNS: '200', FUZZ_SEED: seed } },
  { name: 'killed while raising', args: ['node_modules/vitest/vitest.mjs', 'run', 'modules/safeguarding/raise-and-die.test.ts'], env: { BELAY_SOAK: '1' } },
  { name: 'killed while assessing', args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/killed-while-assessing.test.ts'], env: { BELAY_SOAK: '1' } },
  { name: 'killed on the ladder', args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/killed-on-the-ladder.test.ts'], env: { BELAY_SOAK: '1', FUZZ_SEED: seed } },
  { name: 'killed while looking after', args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/killed-while-looking-after.test.ts'], env: { BELAY_SOAK: '1' } },
  { name: 'killed while telling', args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/killed-while-telling.test.ts'], env: { BELAY_SOAK: '1' } },
  { name: 'database away', args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/database-stopped.test.ts'], env: { BELAY_SOAK: '1' } },
  { name: 'many at once', args: ['node_modules/vitest/vitest.mjs', 'run', 'tests/burst.test.ts'], env: { BELAY_SOAK: '1' } },
  { name: 'killed while typing', args: ['node_modules/@playwright/test/cli.js', 'test', 'journal.spec', '-g', 'the server dies while somebody types', '--repeat-each', kills], env: { CHROMIUM: findChromium() } },
]
const wanted = process.argv[2]
let failed = 0
for (const { name, args, env } of parts.filter((part) => !wanted || part.name === wanted)) {
  console.log(`\n── ${name}`)
  if (await runNode(args, env)) failed += 1
}
console.log(failed ? `\n${failed} of the long tests found something; the lines above say what. The seed was ${seed}.` : '\nThe long tests found nothing.')
process.exit(failed ? 1 : 0)
