import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, expect, test } from 'vitest'
import { settings } from '#modules/settings.server.ts'
import { fakeClamd } from '#tests/support/fake-clamd.ts'
import { health } from './health.server.ts'
import { registry } from './metrics.server.ts'

afterEach(() => { settings().CLAMD = undefined })

async function readyz(): Promise<string> {
  const server = express().use(health()).listen(0)
  const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/readyz`)
  server.close()
  return `${answer.status} ${await answer.text()}`
}

test('a virus scanner that does not answer is missing; one that does, or none, is not', async () => {
  expect(await readyz()).not.toContain('virus scanner')
  const clamd = await fakeClamd()
  settings().CLAMD = clamd.address
  expect(await readyz()).not.toContain('virus scanner')
  await clamd.end()
  expect(await readyz()).toMatch(/^503 not ready: .*virus scanner/)
})

test('how many files were scanned, by answer, is among the metrics', async () => {
  expect(await registry.metrics()).toContain('# TYPE belay_scanned_files_total counter')
})
