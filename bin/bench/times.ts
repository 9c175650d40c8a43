import { Agent, get } from 'node:http'

export const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Asks for a page the way a browser that stays does: over a connection it has already. */
export const page = (url: string, cookie = '') => new Promise<{ status: number; body: string }>((resolve, reject) => {
  get(url, { agent, headers: { cookie } }, (response) => {
    let body = ''
    response.setEncoding('utf8').on('data', (some: string) => { body += some }).on('end', () => resolve({ status: response.statusCode ?? 0, body }))
  }).on('error', reject)
})

export const rounded = (ms: number) => Math.round(ms * 100) / 100

/** Of these milliseconds: half, nineteen in twenty and ninety-nine in a hundred are under. */
export function shares(took: number[]) {
  const sorted = took.toSorted((one, other) => one - other)
  const at = (part: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), times: sorted.length }
}

/** One after the other. */
export async function alone(work: () => Promise<unknown>, times = 100) {
  for (let count = 0; count < 15; count++) await work()
  const took: number[] = []
  for (let count = 0; count < times; count++) {
    const from = performance.now()
    await work()
    took.push(performance.now() - from)
  }
  return shares(took)
}

/** At 64 connections for some seconds: how many a second. */
export async function together(work: () => Promise<unknown>, seconds = 4) {
  const from = performance.now()
  let done = 0
  await Promise.all(Array.from({ length: 64 }, async () => { while (performance.now() < from + seconds * 1000) { await work(); done += 1 } }))
  return Math.round((done * 1000) / (performance.now() - from))
}
