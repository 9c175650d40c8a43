import type { Page, Request, Route } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const lost = /ERR_|Failed to fetch|net::|status of (400|409|503)/
const onForm = (page: Page) => ({
  who: page.getByLabel('Who are you worried about?'), what: page.getByLabel('What happened, or what did you notice?'),
  handOn: () => page.getByRole('button', { name: 'Hand it on' }).click(), back: () => page.getByRole('link', { name: 'Back', exact: true }).click(),
  isBackOnline: () => page.evaluate(() => dispatchEvent(new Event('online'))),
})
/** What goes out from this page, and what becomes of it. */
async function sentFrom(page: Page, answer: (route: Route, request: Request) => Promise<void>) {
  const sent: URLSearchParams[] = []
  await page.route('**/worried/about', async (route, request) => {
    sent.push(new URLSearchParams(request.postData()!))
    await answer(route, request)
  })
  return sent
}
const noAnswer = (route: Route) => route.fulfill({ status: 503 })

test('a form that asks whether it is about an adult sends nothing before it is answered, nor when it is left; what waits for its writer is said on every page', async ({ person, belay, expected }) => {
  expected(lost)
  await belay.sql(`UPDATE "Organisation" SET "supportedById" = NULL WHERE name = 'Harbour Youth Club'`)
  const zia = await person('zia', { at: '/worried/about?danger=no' })
  const { who, what, handOn, back, isBackOnline } = onForm(zia)
  const sent = await sentFrom(zia, noAnswer)
  await who.fill('A boy')
  await what.fill('They are never in lessons.')
  await zia.getByLabel('Not now', { exact: true }).check()
  await handOn()
  await expect(zia.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  await who.fill('Bea, Hugo and Leon')
  const asked = zia.getByRole('group', { name: 'Is it about one of the adults of that name at Harbour Youth Club?' })
  await expect(asked).toBeVisible()
  await expect(zia.getByText('Kept on this device. No adult has it yet.')).toBeVisible()
  await isBackOnline()
  const note = zia.getByText('Something you handed on has not gone.')
  for (const _ of ['left with something to answer', 'looked at, and left again']) {
    await back()
    await expect(note).toBeVisible()
    await zia.getByRole('link', { name: 'Open it' }).click()
    await expect(who).toHaveValue('Bea, Hugo and Leon')
  }
  expect(sent, 'nothing but what was pressed').toHaveLength(1)
  await asked.getByLabel('Yes, or somebody close to one of them').check()
  await zia.unroute('**/worried/about')
  await handOn()
  await expect(zia.getByRole('heading', { level: 1 })).toHaveText('No adult has it yet')
  await expect(note).toHaveCount(0)
})

test('it is tried again when nobody has typed for ten seconds, and not in the middle of a sentence', async ({ person, expected }) => {
  expected(lost)
  const amara = await person('amara')
  await amara.clock.install()
  await amara.goto('/worried/about?danger=no')
  const { who, what, handOn } = onForm(amara)
  const sent = await sentFrom(amara, noAnswer)
  await who.fill('Wren')
  await what.fill('He')
  await amara.getByLabel('Not now', { exact: true }).check()
  await handOn()
  await expect(amara.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  for (const words of ['He shouts', 'He shouts at her']) {
    await amara.clock.fastForward(8_000)
    await what.fill(words)
  }
  await amara.clock.fastForward(10_000)
  await expect.poll(() => sent.length).toBe(2)
  expect(sent.map((form) => form.get('what'))).toEqual(['He', 'He shouts at her'])
  expect(sent[1]!.has('ofThatName')).toBe(false)
})

test('what was written on is not taken for what arrives after all, however late', async ({ person, belay, expected }) => {
  expected(lost)
  const raised = async () => (await belay.sql(`SELECT id FROM "Concern"`)).length
  const before = await raised()
  const amara = await person('amara', { at: '/worried/about?danger=no' })
  const { who, what, handOn, isBackOnline } = onForm(amara)
  let first: Request | undefined
  await sentFrom(amara, async (route, request) => {
    if (first) {
      await amara.request.post('/worried/about', { headers: { ...(await first.allHeaders()), Origin: belay.url }, data: first.postData()! })
      return route.continue()
    }
    first = request
    return route.abort()
  })
  await who.fill('Wren')
  await what.fill('He shouts.')
  await amara.getByLabel('Not now', { exact: true }).check()
  await handOn()
  await expect(amara.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  await what.fill('He shouts. He hits her.')
  await isBackOnline()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
  expect(await raised()).toBe(before + 2)
})

test('what is typed while it goes is kept, and its writer is told that it is not in it', async ({ person, expected }) => {
  expected(lost)
  const amara = await person('amara', { at: '/worried/about?danger=no' })
  const { who, what, handOn, back } = onForm(amara)
  let letGo = () => {}
  const typed = new Promise<void>((resolve) => { letGo = resolve })
  const sent = await sentFrom(amara, async (route) => { await typed; await route.continue() })
  await who.fill('Wren')
  await what.fill('He shouts.')
  await amara.getByLabel('Not now', { exact: true }).check()
  await handOn()
  await expect.poll(() => sent.length).toBe(1)
  await what.fill('He shouts. He hits her.')
  letGo()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
  const note = amara.getByText('What you wrote last has not gone.')
  await expect(note).toBeVisible()
  await expectAccessible(amara)
  await amara.getByRole('link', { name: 'Open it' }).click()
  await expect(what).toHaveValue('He shouts. He hits her.')
  // It was a slip of the finger: emptied, it is let go of.
  await who.fill('')
  await what.fill('')
  await back()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Is anyone in danger right now?')
  await amara.reload()
  await expect(note).toHaveCount(0)
})

test('a device whose storage never answers does not stop a concern', async ({ person }) => {
  const amara = await person('amara')
  await amara.addInitScript(() => { IDBFactory.prototype.open = () => Object.setPrototypeOf(new EventTarget(), IDBOpenDBRequest.prototype) as IDBOpenDBRequest })
  await amara.goto('/worried/about?danger=no')
  const { who, what, handOn } = onForm(amara)
  await who.fill('Wren')
  await what.fill('He shouts.')
  await amara.getByLabel('Not now', { exact: true }).check()
  await handOn()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
})

test('the server had something to ask, and the signal was gone before it could: the next page says that it has not gone', async ({ person, expected }) => {
  expected(lost)
  const amara = await person('amara', { at: '/worried/about?danger=no' })
  const { who, what, handOn } = onForm(amara)
  const sent = await sentFrom(amara, (route, request) => (request.isNavigationRequest() ? route.abort() : route.continue()))
  await who.fill('Wren')
  await what.fill('  ')
  await amara.getByLabel('Not now', { exact: true }).check()
  await handOn()
  await expect.poll(() => sent.length).toBe(2)
  await expect(amara).toHaveURL(/^chrome-error:/)
  await amara.goto('/journal')
  await expect(amara.getByText('Something you handed on has not gone.')).toBeVisible()
})
