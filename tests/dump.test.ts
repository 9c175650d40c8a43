import { beforeAll, expect, test } from 'vitest'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { onServer } from '#tests/support/template.ts'
import { sealedTexts, trace } from '#tests/support/sealed-texts.ts'
import { theDemo } from '#tests/support/the-demo.ts'

beforeAll(theDemo, 180_000)

test('a dump of the whole database holds nothing that somebody wrote under seal', async () => {
  const texts = await sealedTexts()
  const traces = texts.map(({ text }) => trace(text)).filter((one) => one !== undefined)
  expect(new Set(texts.map(({ table }) => table)).size).toBeGreaterThan(3)
  expect(traces.length).toBeGreaterThan(10)

  const { rows: tables } = await onServer(databaseUrl(), `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'jobs')`) as { rows: { name: string }[] }
  let dumped = 0
  for (const { name } of tables) {
    const { rows } = await onServer(databaseUrl(), `SELECT t::text AS line FROM ${name} t`) as { rows: { line: string }[] }
    // Bytes are written as hex: look in them as well as in the open.
    const dump = rows.map(({ line }) => line + line.replaceAll(/\\\\?x([0-9a-f]+)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'))).join('\n')
    dumped += rows.length
    expect(traces.filter((words) => dump.includes(words)), name).toEqual([])
  }
  expect(dumped).toBeGreaterThan(500)
}, 120_000)
