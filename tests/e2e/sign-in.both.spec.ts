import { expect, expectAccessible, signIn, test } from './fixtures.ts'

test('somebody signs in by name and password, and is greeted by name', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)
  await expectAccessible(page)
  await signIn(page, 'amara')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Amara')
})

test('a wrong password is said plainly, and the name is still there', async ({ page, expected }) => {
  expected(/status of 400/)
  await page.goto('/sign-in')
  await page.getByLabel('Username').fill('amara')
  await page.getByLabel('Password', { exact: true }).fill('not-the-password-1')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Username')).toHaveValue('amara')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('somebody signs in', async ({ page }) => {
    await signIn(page, 'marcus')
    await expect(page.getByRole('link', { name: 'Marcus: your account' })).toBeVisible()
  })
})
