import { expect, test } from './fixtures.ts'

test('a press in the very moment in which a page comes alive does not stop it', async ({ page }) => {
  await page.addInitScript(() => {
    const listen = document.addEventListener.bind(document)
    let isPressed = false
    document.addEventListener = (...of: Parameters<typeof listen>) => {
      listen(...of)
      if (of[0] !== 'click' || isPressed || !Object.keys(document).some((key) => key.startsWith('__reactContainer'))) return
      isPressed = true
      queueMicrotask(() => document.querySelector<HTMLElement>('input[name=username]')!.click())
    }
  })
  await page.goto('/sign-in')
  await expect.poll(() => page.evaluate(() => Object.keys(document.body).some((key) => key.startsWith('__react'))), { message: 'the page is alive', timeout: 5000 }).toBe(true)
})
