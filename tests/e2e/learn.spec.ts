import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const unit = '/learn/peer-mentor-level-2/a-professional-friend'
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** How somebody goes about it: with a finger, or with the keyboard alone. */
type Way = { press: (target: Locator) => Promise<void>; write: (target: Locator, words: string) => Promise<void>; tick: (target: Locator) => Promise<void> }
const finger: Way = { press: (target) => target.click(), write: (target, words) => target.fill(words), tick: (target) => target.check() }

/** Does what lies over the page (the strip at its foot) hide this? */
const isCovered = (one: Element) => {
  const { x, y, width, height } = one.getBoundingClientRect()
  const top = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20))
  return !top || !(one.contains(top) || top.contains(one))
}

/** Tab by Tab to something, as far round as it takes; what has the focus can be seen. */
async function reach(target: Locator) {
  const page = target.page()
  await expect(target).toBeVisible()
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await target.evaluate((one) => one === document.activeElement)) return expect.poll(() => target.evaluate(isCovered), `${target.toString()} has the focus and can be seen`).toBe(false)
    await page.keyboard.press('Tab')
  }
  throw new Error(`Not to be reached with the Tab key: ${target.toString()}`)
}
const keyboard: Way = {
  press: async (target) => { await reach(target); await target.page().keyboard.press('Enter') },
  write: async (target, words) => { await reach(target); await target.page().keyboard.type(words) },
  tick: async (target) => { await reach(target); await target.page().keyboard.press('Space'); await expect(target).toBeChecked() },
}

/** From the first card to the end, as a mentor goes who makes one slip and puts it right. */
async function goThrough(page: Page, way = finger) {
  const button = (name: string | RegExp) => way.press(page.getByRole('button', { name }))
  const link = (name: string) => way.press(page.getByRole('link', { name }))
  await page.goto('/learn')
  await link('Begin')
  await expect(title(page)).toHaveText('A professional friend')
  await button('Begin')
  await expect(title(page)).toHaveText('Somebody a bit older')
  await way.write(page.getByLabel('What did they do that helped?'), 'My aunt listened on the bus.')
  await button(/arry on/)
  await expect(title(page)).toHaveText('Two words')
  await button('Carry on')
  await button('Carry on')
  await expect(title(page)).toHaveText('What is yours to do?')
  await button(/Ask lots of questions/)
  await expect(page.getByText('Not this one')).toBeVisible()
  await button(/Say you have noticed/)
  await expect(page.getByText('That’s it')).toBeVisible()
  await button('Carry on')
  await button('Carry on')
  await expect(title(page)).toHaveText('Wren asks for something')
  await button(/Which bit is the hardest/)
  await link('See what happens')
  await button(/I promise/)
  await expect(page.getByText('you have promised before you know what it is')).toBeVisible()
  await link('Try another way')
  await button(/I can’t promise that/)
  await link('See what happens')
  await button(/tell Marcus now/)
  await link('See what happens')
  await expect(page.getByText('Wren is not alone with it')).toBeVisible()
  await button('Carry on')
  await button('Carry on')
  await button(/I don’t report to your mum/)
  await button('Carry on')
  await button(/go to the youth worker now/)
  await button('Carry on')
  await expect(title(page)).toHaveText('Your own sentence')
  await way.tick(page.getByLabel('Could you tell who they would go to?'))
  await button('We have tried it')
  await expect(page.getByText('You have tried this with others.')).toBeVisible()
  await expect(page.getByLabel('Could you tell who they would go to?')).toBeChecked()
  await button('Carry on')
  await button('Carry on')
  await expect(page.getByRole('link', { name: 'Write in my journal' })).toHaveAttribute('href', '/journal/new?prompt=what-i-bring&card=what-i-bring')
  await button('Carry on')
  await expect(title(page)).toHaveText('To carry away')
  await button('Finish this unit')
  await expect(page.getByText('You have finished this unit')).toBeVisible()
}

test('a mentor goes through a whole unit on a phone, and it is finished on every device', async ({ person }) => {
  const page = await person('zia')
  await goThrough(page)
  await expect(page.getByText('Saved on Belay').first()).toBeVisible()
  const second = await person('zia', { at: unit })
  await expect(second.getByText('You have finished this unit')).toBeVisible()
  await second.goto(`${unit}?card=your-own-sentence`)
  await expect(second.getByText('You have tried this with others.')).toBeVisible()
  await expect(second.getByLabel('Could you tell who they would go to?')).toBeChecked()
  await expect(second.getByLabel('Was what Robin said back right?')).not.toBeChecked()
  await second.goto(`${unit}?card=somebody-older`)
  await expect(second.getByLabel('What did they do that helped?')).toHaveValue('My aunt listened on the bus.')
})

test('by keyboard alone a mentor goes through a whole unit, back in its scenario and on into the journal', async ({ person }) => {
  const page = await person('bethan.pugh', { viewport: { width: 360, height: 740 }, isMobile: false, hasTouch: false })
  await goThrough(page, keyboard)
  await page.goto(`${unit}?card=what-i-bring`)
  await keyboard.press(page.getByRole('link', { name: 'Write in my journal' }))
  await keyboard.write(page.getByRole('textbox').last(), 'What I bring is that I can wait.')
  await expect(page.getByText(/^Saved/).first()).toBeVisible()
})

test('without script the whole unit can be gone through, by plain forms and links', async ({ person }) => {
  const page = await person('theo.marsh', { javaScriptEnabled: false })
  await goThrough(page)
  await page.goBack()
  await expect(title(page)).not.toBeEmpty()
})

test('somebody comes back on another device at the same card, and Back goes to the card before', async ({ person }) => {
  const page = await person('malik.osei', { at: unit })
  await expect(title(page)).toHaveText('Wren asks for something')
  await page.goto(`${unit}?card=the-rope`)
  await press(page, 'Carry on')
  await expect(title(page)).toHaveText('Wren asks for something')
  await page.goBack()
  await expect(title(page)).toHaveText('Hold the rope')
  await page.goForward()
  await expect(title(page)).toHaveText('Wren asks for something')
})

test('with no signal the unit goes on, says where the answers are, and sends them when the signal is back', async ({ person, belay, expected }) => {
  expected(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  const page = await person('jasmine.wu', { at: unit })
  await press(page, 'Begin')
  await expect(title(page)).toHaveText('Somebody a bit older')
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await page.getByLabel('What did they do that helped?').fill('My brother did, with no signal.')
  await press(page, /arry on/)
  await expect(title(page)).toHaveText('Two words')
  await press(page, 'Carry on')
  await press(page, 'Carry on')
  await press(page, /Say you have noticed/)
  await expect(page.getByText('That’s it')).toBeVisible()
  await expect(page.getByText('No signal. Kept on this device, and sent when there is one.')).toBeVisible()
  expect(await belay.sql('SELECT a.id FROM "CardAnswer" a JOIN "UnitProgress" p ON p.id = a."progressId" JOIN "Person" x ON x.id = p."personId" WHERE x.name = $1', ['Jasmine'])).toEqual([])
  await page.context().setOffline(false)
  await expect(page.getByText('Saved on Belay', { exact: true }).last()).toBeVisible({ timeout: 20_000 })
  const other = await person('jasmine.wu', { at: unit })
  await expect(title(other)).toHaveText('What is yours to do?')
  await expect(other.getByRole('button', { name: /Say you have noticed/ })).toHaveAttribute('aria-pressed', 'true')
})

test('an answer given while the server was gone is sent when the page is opened again', async ({ person, belay, expected }) => {
  expected(/ERR_CONNECTION|ERR_EMPTY|ERR_INCOMPLETE|WebSocket|status of|manifest patches/)
  const page = await person('jay', { at: `${unit}?card=will-you-tell` })
  await expect(page.getByRole('button', { name: /I don’t report/ })).toHaveAttribute('aria-pressed', 'true')
  await belay.kill()
  await press(page, /I’d never tell anybody/)
  await expect(page.getByText('No signal. Kept on this device')).toBeVisible()
  await belay.startAgain()
  await page.reload()
  await expect(page.getByRole('button', { name: /I’d never tell anybody/ })).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => (await belay.sql<{ chosen: string[] }>('SELECT a.chosen FROM "CardAnswer" a JOIN "UnitProgress" p ON p.id = a."progressId" JOIN "Person" x ON x.id = p."personId" WHERE x.name = $1 AND a."cardId" = $2 ORDER BY a."answeredAt" DESC LIMIT 1', ['Jay', 'will-you-tell']))[0]?.chosen).toEqual(['never'])
})

test('an adult looks through a unit and nothing is kept; no unit is not found', async ({ person, belay, expected }) => {
  expected(/status of 404/)
  const page = await person('marcus', { at: `${unit}?card=wren-asks` })
  await expect(page.getByText('Nothing you choose here is kept')).toBeVisible()
  await page.getByRole('link', { name: /Which bit is the hardest/ }).click()
  await page.getByRole('link', { name: 'See what happens' }).click()
  await expect(page.getByText('You find a first line together')).toBeVisible()
  expect(await belay.sql('SELECT p.id FROM "UnitProgress" p JOIN "Person" x ON x.id = p."personId" WHERE x.name = $1', ['Marcus'])).toEqual([])
  await page.goto('/learn/peer-mentor-level-2/not-there')
  await expect(title(page)).toBeVisible()
})

test('a trainer goes from the sitting to its guide, with the clock’s times on it; a mentor is shown no way to it and is turned away', async ({ person, expected }) => {
  expected(/status of 403/)
  const trainer = await person('sam', { at: '/cohorts' })
  await trainer.getByRole('link', { name: 'Mentor course, autumn' }).click()
  await trainer.getByRole('link', { name: '4. Taking notice' }).click()
  await trainer.getByRole('link', { name: 'Guide to session 4' }).click()
  await expect(title(trainer)).toHaveText('Taking notice')
  await expect(trainer.getByRole('row', { name: /15:40/ })).toBeVisible()
  await expect(trainer.getByRole('row', { name: /17:40 The end 120/ })).toBeVisible()
  await trainer.getByRole('link', { name: 'Two days' }).click()
  await expect(trainer.getByText('in sitting 2 of 2')).toBeVisible()
  await expectAccessible(trainer)

  const mentor = await person('amara', { at: '/learn/peer-mentor-level-2' })
  await expect(mentor.getByRole('link', { name: 'Guide to teaching it' })).toHaveCount(0)
  await mentor.goto('/learn/peer-mentor-level-2/guide/taking-notice')
  await expect(mentor.getByText('You could say')).toHaveCount(0)
})

test('axe finds nothing on the pages of a course, in either theme', async ({ person }) => {
  test.setTimeout(150_000)
  const page = await person('priya', { at: '/learn' })
  for (const at of ['/learn', '/learn/peer-mentor-level-2', unit, ...['somebody-older', 'stays-and-goes', 'what-is-yours', 'wren-asks', 'your-own-sentence', 'what-i-bring'].map((card) => `${unit}?card=${card}`), `${unit}?card=wren-asks&step=4`]) {
    await page.goto(at)
    await expectAccessible(page)
  }
})
