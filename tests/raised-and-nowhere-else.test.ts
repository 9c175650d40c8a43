import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { demoPeople } from '#modules/identity/demo-people.ts'
import { newId } from '#modules/db/new-id.ts'
import { cookieOf, everyRoute, serveThis } from './support/app-under-test.ts'
import { theDemo } from './support/the-demo.ts'

// A concern is raised by the form, and then every page that anybody has without asking for something certain is read again, as everybody: their lists, their counts, their Today.
const told = ['fatima', 'tom', 'marcus']
const raiser = 'jay'
const words = { who: 'Zephyrine', what: 'Quillwort said that she is afraid to go home.' }

let cast: Cast
let served: Awaited<ReturnType<typeof serveThis>>
let pages: string[]
beforeAll(async () => {
  cast = await theDemo()
  served = await serveThis()
  // To sign out, or to be given something new, is no reading.
  pages = (await everyRoute()).filter(({ isPage, params, path }) => isPage && params.length === 0 && !path.includes('*') && !/sign-out|lock|gallery/.test(path)).map(({ path }) => path)
}, 300_000)
afterAll(() => served.end())

/** What stands on a page, without what changes by the minute or by itself. */
const textOf = (html: string) => html.replace(/<script[^]*?<\/script>|<style[^]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ').replace(/\b\d{1,2}:\d{2}\b/g, '·').replace(/\b\d+ (min|minutes|seconds?)\b/g, '·').replace(/\s+/g, ' ')
const cookies = new Map<string, string>()
async function seen(name: string) {
  const cookie = cookies.get(name)!
  const read = new Map<string, { html: string; text: string }>()
  for (const path of pages) {
    const answer = await fetch(`${served.url}${path}`, { redirect: 'manual', headers: { cookie } })
    const html = await answer.text()
    if (answer.status === 200) read.set(path, { html, text: textOf(html) })
  }
  return read
}

test('only those who are told, and whoever raised it, see that there is one more; nobody sees a word of it before they open it', async () => {
  const names = demoPeople.map(({ username }) => username)
  const before = new Map<string, Awaited<ReturnType<typeof seen>>>()
  for (const name of names) cookies.set(name, await cookieOf(cast.people[name]!.id))
  for (const name of names) before.set(name, await seen(name))
  const id = newId()
  const body = new URLSearchParams({ id, ...words, danger: 'soon' }).toString()
  const answer = await fetch(`${served.url}/worried/about`, { method: 'POST', redirect: 'manual', headers: { cookie: cookies.get(raiser)!, origin: served.url, 'content-type': 'application/x-www-form-urlencoded' }, body })
  expect(answer.headers.get('location')).toBe(`/worried/${id}`)

  const wrong: string[] = []
  let read = 0
  for (const name of names) for (const [path, { html, text }] of await seen(name)) {
    read += 1
    // The head finds behind the glass that there is one, and since when: to open it is on record.
    const isTheirs = told.includes(name) || name === raiser || (name === 'hana' && path === '/concerns/behind-glass')
    if (/Zephyrine|Quillwort/.test(html)) wrong.push(`${name} reads words of it on ${path}`)
    if (!isTheirs && html.includes(id)) wrong.push(`${name} finds its id on ${path}`)
    const was = before.get(name)!.get(path)
    if (!isTheirs && text !== was?.text) wrong.push(`${name} sees ${path} change: ${text.split(' ').find((word, at) => word !== was?.text.split(' ')[at]) ?? 'it is shorter'}`)
  }
  expect(wrong).toEqual([])
  expect(read).toBeGreaterThan(300)
  for (const name of told) expect([...(await seen(name))].filter(([, { html }]) => html.includes(id)).map(([path]) => path), name).toEqual(expect.arrayContaining(['/', '/concerns']))
  expect([...(await seen(raiser))].some(([, { html }]) => html.includes(`/worried/${id}`))).toBe(true)
}, 600_000)
