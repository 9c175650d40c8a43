import type { Page } from '@playwright/test'
import { demoMenteeCode } from '#modules/mentoring/demo-mentee-code.ts'
import { groups } from '#modules/safeguarding/words-to-notice.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test.use({ isFresh: true })

const line = 'Some of what you wrote may be something to hand on.'
const paper = (page: Page) => page.getByRole('textbox', { name: /on your mind|\?/ })
const isSaved = (page: Page) => expect(page.getByText(/^Saved (just now|\d+ seconds ago|a minute ago)$/)).toBeVisible()

/** Who reads it, as the page says it now. */
const reads = (page: Page) => page.getByText(/can read this\. If nobody/).filter({ visible: true }).first()

async function write(page: Page, words: string) {
  await page.goto('/journal/new')
  await expect(page.getByRole('button', { name: 'Bold' })).toBeVisible()
  await paper(page).click()
  await page.keyboard.type(words)
}

test('a quiet line beside a journal: on the device alone, and gone when it is told to go; handed on, the entry stays its writer’s', async ({ person }) => {
  test.setTimeout(300_000)
  const amara = await person('amara')
  const scripts: string[] = []
  const asked: { url: string; body: string }[] = []
  amara.on('response', (response) => { if (response.request().resourceType() === 'script') void response.text().then((text) => scripts.push(text), () => {}) })
  amara.on('request', (request) => asked.push({ url: request.url(), body: request.postData() ?? '' }))
  await amara.goto('/journal/new')
  await expect(amara.getByRole('button', { name: 'Bold' })).toBeVisible()
  expect(scripts.filter((text) => text.includes('county lines'))).toEqual([])

  asked.length = 0
  await write(amara, 'We drew maps. She said her uncle hits her and asked me not to tell. I said I would tell somebody who can help.')
  await expect(amara.getByText(line)).toBeVisible()
  await isSaved(amara)
  expect(asked.filter(({ url }) => /worried/.test(url)), 'that the line came').toEqual([])
  asked.length = 0
  await amara.getByText('Why do I see this?').click()
  await expect(amara.getByText('“hits her”')).toBeVisible()
  await expect(amara.getByText('“asked me not to tell”')).toBeVisible()
  await expectAccessible(amara)
  await amara.getByRole('button', { name: 'Not this time' }).click()
  await expect(amara.getByText(line)).toBeHidden()
  const inPages = asked.filter(({ url }) => !/\/(assets|socket\.io|fonts)\//.test(url))
  expect(inPages.filter(({ url }) => !/\/saves$/.test(url))).toEqual([])
  for (const { url, body } of asked) for (const { name, why } of groups) expect(`${url} ${decodeURIComponent(body.replaceAll('+', ' '))}`).not.toMatch(new RegExp(`${name}|${why.slice(0, 30)}|notice|suggest`))
  await amara.reload()
  await expect(amara.getByRole('button', { name: 'Bold' })).toBeVisible()
  await expect(paper(amara)).toContainText('hits her')
  await expect(amara.getByText('Why do I see this?')).toBeHidden()

  await write(amara, 'A good day otherwise.\nShe has bruises on her arms.')
  await isSaved(amara)
  await amara.getByRole('link', { name: 'Hand it on' }).click()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Is anyone in danger right now?')
  await amara.getByRole('link', { name: 'No, but I’m worried' }).click()
  await expect(amara.getByRole('checkbox', { name: /Say that it comes from your journal entry of/ })).toBeChecked()
  await amara.getByText('Put in a part of the entry').click()
  await amara.getByRole('button', { name: 'Put this in: She has bruises on her arms.' }).click()
  await expect(amara.getByLabel('What happened, or what did you notice?')).toHaveValue('“She has bruises on her arms.”\n')
  await amara.getByLabel('Who are you worried about?').fill('Kestrel')
  await amara.getByLabel('Not now', { exact: true }).check()
  await expectAccessible(amara)
  await amara.getByRole('button', { name: 'Hand it on' }).click()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
  await expect(amara.getByRole('link', { name: 'Your entry' })).toBeVisible()

  const fatima = await person('fatima', { at: new URL(amara.url()).pathname.replace('worried', 'concerns') })
  await expect(fatima.getByText('From a journal entry of today.')).toBeVisible()
  await expect(fatima.getByText('She has bruises on her arms.')).toBeVisible()
  await expect(fatima.getByText('A good day otherwise.')).toHaveCount(0)
  await expectAccessible(fatima)
})

test('in a room, quietly: nobody there sees that somebody is on another page', async ({ person }) => {
  const amara = await person('amara', { at: '/rooms' })
  await amara.getByRole('link', { name: /Go to the room|Come in|open now/i }).first().click()
  await amara.getByRole('button', { name: /come in|take a seat/i }).first().click()
  await amara.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /I’m worried/ }).click()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Is anyone in danger right now?')
  await amara.getByRole('link', { name: 'No, but I’m worried' }).click()
  await expect(amara.getByRole('checkbox', { name: /Say that it comes from the supervision meeting/ })).toBeChecked()
  const kept = amara.waitForResponse((response) => response.url().endsWith('/lease'))
  await amara.evaluate(() => window.dispatchEvent(new Event('online')))
  expect(await (await kept).json()).toEqual({ isHeld: true })
  await amara.getByRole('link', { name: 'The room' }).click()
  await expect(amara).toHaveURL(/\/rooms\//)
})

for (const javaScriptEnabled of [true, false])
  test(`a mentee says something about their mentor, and nobody of mentoring sees it ${javaScriptEnabled ? '' : '(without a script)'}`.trim(), async ({ browser, baseURL, watch, viewport, person }) => {
    const device = await browser.newContext({ baseURL, viewport, javaScriptEnabled })
    watch(device)
    const page = await device.newPage()
    await page.goto('/m')
    await page.getByRole('textbox', { name: 'Type your code' }).fill(demoMenteeCode)
    await page.getByRole('button', { name: 'Open my page' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hi Kestrel')
    if (javaScriptEnabled) await expectAccessible(page)
    await page.getByRole('button', { name: 'Say it quietly' }).click()
    await expect(page, 'a device that others use').toHaveURL(/\/m\/worried$/)
    await page.getByRole('link', { name: 'No, but I’m worried' }).click()
    const choice = page.getByRole('checkbox', { name: /It is about my mentor/ })
    await expect(choice).toBeChecked()
    await expect(reads(page)).toHaveText(/^Fatima and Tom can read this/)
    await choice.uncheck()
    await expect(reads(page)).toHaveText(/Marcus/)
    await choice.check()
    await page.getByLabel('Who are you worried about?').fill('Me')
    await page.getByLabel(/What happened/).fill('My mentor laughs at me in front of the others.')
    await page.getByLabel('Not now', { exact: true }).check()
    if (javaScriptEnabled) await expectAccessible(page)
    await page.getByRole('button', { name: 'Hand it on' }).click()
    await expect(page.getByText('Fatima and Tom were told')).toBeVisible()

    const fatima = await person('fatima', { at: '/concerns' })
    await fatima.getByRole('link', { name: 'A concern from a mentee' }).click()
    await expect(fatima.getByText('about mentoring here')).toBeVisible()
    for (const name of ['Amara', 'Helen', 'Marcus']) await expect(fatima.getByText(/^Kept from/)).toContainText(name)
    await expect(fatima.getByText(/by Kestrel \(.+\), a mentee/)).toBeVisible()
    await expectAccessible(fatima)
    for (const name of ['marcus', 'helen', 'amara']) {
      const theirs = await person(name)
      await expect(theirs.getByText(/concern from a mentee|laughs at me/i), name).toHaveCount(0)
    }
    await device.close()
  })
