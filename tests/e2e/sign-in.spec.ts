import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './fixtures.ts'
import { demoPassword } from '../../modules/identity/demo-people.ts'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('somebody is chosen from the list, signs in and signs out', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: /^priya/i }).click()
    await expect(page.getByLabel('Username')).toHaveValue('priya')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.goto('/journal')
    await expect(page).toHaveURL(/\/sign-in/)
  })

  test('what somebody was sending when their session ended comes back by a button, to them alone', async ({ page, belay }) => {
    await writeConcern(page, 'amara')
    await belay.sql(`UPDATE "Session" SET "endedAt" = app.now() WHERE "personId" = (SELECT "personId" FROM "SignInName" WHERE username = 'amara')`)
    await page.getByRole('button', { name: 'Hand it on' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    // Somebody else signs in first on the same device: to them nothing is shown.
    await enter(page, 'jay')
    await expect(page.getByText('scared to go home')).toHaveCount(0)
    await page.goto('/sending')
    await expect(page.getByText('scared to go home')).toHaveCount(0)
    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await enter(page, 'amara')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You were sending something')
    await expect(page.getByRole('blockquote')).toContainText('scared to go home')
    await page.getByRole('button', { name: 'Send it now' }).click()
    await expect(page).toHaveURL(/\/worried\/[0-9a-f-]{36}/)
    await page.goto('/sending')
    await expect(page).not.toHaveURL(/\/sending/)
  })
})

test('with script it is sent on by itself', async ({ page, belay }) => {
  await writeConcern(page, 'zia')
  await belay.sql(`UPDATE "Session" SET "endedAt" = app.now() WHERE "personId" = (SELECT "personId" FROM "SignInName" WHERE username = 'zia')`)
  await page.evaluate(() => { document.querySelector<HTMLFormElement>('form.concern-form')!.submit() })
  await expect(page).toHaveURL(/\/sign-in/)
  await enter(page, 'zia')
  await expect(page).toHaveURL(/\/worried\/[0-9a-f-]{36}/)
})

test('a page of the staff that was left alone is locked, and opens where it was', async ({ page, belay }) => {
  await signIn(page, 'marcus', '/account/devices')
  await belay.sql(`UPDATE "Session" SET "lockedAt" = app.now() WHERE "personId" = (SELECT "personId" FROM "SignInName" WHERE username = 'marcus')`)
  await page.goto('/account/devices')
  await expect(page).toHaveURL(/\/unlock/)
  await expectAccessible(page)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Open it again' }).click()
  await expect(page).toHaveURL(/\/account\/devices/)
})

test('a lead shows once more that it is them before the safeguarding area', async ({ page, belay }) => {
  await signIn(page, 'fatima')
  await belay.sql(`UPDATE "Session" SET "steppedUpAt" = app.now() - interval '16 minutes' WHERE "personId" = (SELECT "personId" FROM "SignInName" WHERE username = 'fatima')`)
  await page.goto('/concerns')
  await expect(page).toHaveURL(/\/step-up/)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page).toHaveURL(/\/concerns$/)
})

test('somebody makes a passkey and signs in with it', async ({ page, context }) => {
  const device = await context.newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
  await signIn(page, 'jay', '/account/passkeys')
  await page.getByLabel('What do you call this device?').fill('Jay’s phone')
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await expect(page.getByText('Jay’s phone')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Jay')
})

for (const pages of [['/account', '/account/password', '/account/passkeys', '/account/authenticator'], ['/account/recovery-codes', '/account/devices', '/account/data', '/account/school-sign-in'], ['/join', '/step-up']]) {
  test(`everybody can read ${pages.join(', ')}`, async ({ page }) => {
    await signIn(page, 'sofia')
    for (const path of pages) {
      await page.goto(path)
      await expectAccessible(page)
    }
  })
}

async function writeConcern(page: Page, username: string) {
  await signIn(page, username, '/worried/about?danger=no')
  await page.getByLabel('Who are you worried about?').fill('Sam')
  await page.getByLabel('What happened, or what did you notice?').fill('He said he is scared to go home.')
  await page.locator('input[name=danger]').first().check()
}

async function enter(page: Page, username: string) {
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

test('a page left alone is covered, and what was typed beneath is still there', async ({ page, belay }) => {
  await page.clock.install()
  await signIn(page, 'leon', '/account/passkeys')
  await page.getByLabel('What do you call this device?').fill('The laptop in the hall')
  await page.clock.fastForward('21:00')
  const cover = page.getByRole('dialog', { name: 'Covered while you were away' })
  await expect(cover).toBeVisible()
  await expect.poll(async () => (await belay.sql<{ locked: boolean }>(`SELECT bool_or("lockedAt" IS NOT NULL) AS locked FROM "Session" WHERE "personId" = (SELECT "personId" FROM "SignInName" WHERE username = 'leon')`))[0]!.locked).toBe(true)
  await cover.getByLabel('Password').fill(demoPassword)
  await cover.getByRole('button', { name: 'Open it again' }).click()
  await expect(cover).toBeHidden()
  await expect(page.getByLabel('What do you call this device?')).toHaveValue('The laptop in the hall')
})
