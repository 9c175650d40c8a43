import { expect, expectAccessible, test } from './fixtures.ts'

test('a page that is not there says so, with a person and a number, signed in or not', async ({ page, person, expected }) => {
  expected(/status of 404/)
  await page.goto('/nowhere/at-all')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('That is not here')
  await expect(page.getByRole('link', { name: '0800 1111' })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/auth/oidc/a-school-nobody-knows')
  await expect(page.getByText('Belay does not know that sign-in.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go to sign-in' })).toBeVisible()
  const amara = await person('amara')
  const answer = await amara.goto('/nowhere')
  expect(answer!.status()).toBe(404)
  await expect(amara.getByRole('link', { name: 'Tell an adult here' })).toHaveAttribute('href', '/worried')
  await expect(amara.getByRole('link', { name: 'Amara: your account' })).toBeVisible()
})

test('somebody chooses how Belay looks, and the server draws it that way from then on', async ({ person }) => {
  const page = await person('amara', { at: '/account/look' })
  await page.getByLabel('High contrast').check()
  await page.getByLabel('Larger').check()
  await page.getByRole('button', { name: 'Keep this look' }).click()
  await expect(page.getByText('Kept on this device', { exact: true })).toBeVisible()
  const html = await (await page.request.get('/')).text()
  expect(html).toContain('data-look="contrast"')
  expect(html).toContain('data-text="larger"')
  await expectAccessible(page)
  // By night too: the dark set must not stand over the one that was chosen.
  await page.emulateMedia({ colorScheme: 'dark' })
  const chosen = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--line'))
  await page.evaluate(() => document.documentElement.setAttribute('data-look', 'dark'))
  expect(chosen).not.toBe(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--line')))
})

test('a tap covers the screen and a tap brings it back; Shift three times does it too', async ({ person }) => {
  const page = await person('amara')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hi Amara')
  const title = await page.title()
  await page.getByRole('button', { name: 'Hide' }).click()
  const cover = page.getByRole('dialog', { name: 'Covered' })
  await expect(cover).toBeVisible()
  expect(await cover.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 })
  await expect(page).toHaveTitle('New tab')
  await page.getByRole('button', { name: 'Tap to come back' }).click()
  await expect(cover).toBeHidden()
  await expect(page).toHaveTitle(title)
  for (let times = 0; times < 3; times++) await page.keyboard.press('Shift')
  await expect(page.getByRole('button', { name: 'Tap to come back' })).toBeVisible()
})

test('a page of the staff covers itself when nobody touches it, and a mentor’s does not', async ({ person }) => {
  const [fatima, amara] = await Promise.all([person('fatima'), person('amara')])
  for (const page of [fatima, amara]) {
    await page.clock.install()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.clock.fastForward('11:00')
  }
  await expect(fatima.getByRole('dialog', { name: 'Covered while you were away' })).toBeVisible()
  await fatima.keyboard.press('Escape')
  await expect(fatima.getByRole('dialog', { name: 'Covered while you were away' })).toBeVisible()
  await expect(amara.getByRole('dialog')).toBeHidden()
})

test.describe('at 400 % zoom', () => {
  test.use({ viewport: { width: 320, height: 256 }, isMobile: false, deviceScaleFactor: 1 })
  for (const at of ['/', '/gallery', '/account/look', '/sign-in'])
    test(`${at} needs no scrolling sideways`, async ({ person, page }) => {
      const shown = at === '/sign-in' ? page : await person('marcus')
      await shown.goto(at)
      await expect(shown.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await shown.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    })
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('the look is kept, and what cannot work is not shown', async ({ page }) => {
    await page.goto('/account/look')
    await page.getByLabel('Dark', { exact: true }).check()
    await page.getByRole('button', { name: 'Keep this look' }).click()
    await expect(page.getByLabel('Dark', { exact: true })).toBeChecked()
    await expect(page.locator('html')).toHaveAttribute('data-look', 'dark')
    await expect(page.getByRole('button', { name: 'Hide' })).toBeHidden()
  })
})
