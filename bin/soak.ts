import { runNode } from './check.ts'

/** The long tests: 200 malformed requests to each address, with a new seed each time. Says the seed, so that what it finds can be found again. */
const seed = process.env.FUZZ_SEED ?? String(Date.now() % 2 ** 31)
console.log(`Seed: ${seed}`)
process.exit(await runNode(['node_modules/vitest/vitest.mjs', 'run', 'tests/fuzz.test.ts'], { FUZZ_RUNS: '200', FUZZ_SEED: seed }))
