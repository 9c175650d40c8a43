import express from 'express'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guardTheEdge } from './edge.server.ts'

let url: string
const server = express().use(guardTheEdge({ isDevelopment: false })).use((_request, response) => void response.send('in')).listen(0, 'localhost')

beforeAll(async () => {
  await new Promise((resolve) => server.listening ? resolve(undefined) : server.once('listening', resolve))
  url = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const send = (headers: Record<string, string>) => fetch(`${url}/sign-out`, { method: 'POST', headers, body: 'x=1' }).then(({ status }) => status)

test('a form from another site, or from nowhere, is refused', async () => {
  const elsewhere: Record<string, string>[] = [{}, { Origin: 'null' }, { Origin: 'https://elsewhere.example' }, { Origin: `${url}.elsewhere.example` }, { Origin: url, 'Sec-Fetch-Site': 'cross-site' }]
  for (const headers of elsewhere) expect(await send(headers), JSON.stringify(headers)).toBe(403)
  expect(await send({ Origin: url })).toBe(200)
})

test('an address that no header could carry on is nowhere; one that is broken is said to be', async () => {
  for (const path of ['/cohorts/%00/places', '/cohorts/%D7%A9/places', '/cohorts/%0D%0ASet-Cookie:%20a=b/places']) expect((await fetch(url + path)).status, path).toBe(404)
  expect((await fetch(`${url}/cohorts/%E0%A4%A`)).status).toBe(400)
  expect((await fetch(`${url}/people?name=%D7%A9`)).status).toBe(200)
})

test('a form has at most a million bytes, and more only where it brings a file', async () => {
  const of = (path: string, length: number) => fetch(url + path, { method: 'POST', headers: { Origin: url }, body: new Uint8Array(length) }).then(({ status }) => status)
  expect(await of('/journal/new', 1_000_001)).toBe(413)
  expect(await of('/learn/portfolio/work', 1_000_001)).toBe(200)
  expect(await of('/learn/portfolio/work.data', 1_000_001)).toBe(200)
  expect(await of('/learn/portfolio/work/more', 1_000_001)).toBe(413)
})
