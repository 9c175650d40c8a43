import { expect, expectAccessible, test } from './fixtures.ts'

test.use({ isFresh: true })

test('whose name is written and who is chosen is left out, also of what waited on the device; the others read why', async ({ person, expected }) => {
  expected(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::/)
  const amara = await person('amara', { at: '/worried/about?danger=no' })
  await amara.getByLabel('Who are you worried about?').fill('Wren, and Ms Fatima')
  await amara.getByLabel('What happened, or what did you notice?').fill('She is afraid of her.')
  await amara.getByLabel('Not now', { exact: true }).check()
  await amara.getByText('Does somebody here have to be left out?').click()
  await amara.getByRole('group', { name: 'Who must not know?' }).getByLabel('Tom').check()
  await expect(amara.getByText('Marcus and Hana can read this.').first()).toBeVisible()
  await expectAccessible(amara)
  await amara.context().setOffline(true)
  await amara.getByRole('button', { name: 'Hand it on' }).click()
  await expect(amara.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  await amara.context().setOffline(false)
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
  const concernId = new URL(amara.url()).pathname.split('/').at(-1)!

  const marcus = await person('marcus', { at: `/concerns/${concernId}` })
  await expect(marcus.getByText('Fatima was left out because the name that was written may be theirs.')).toBeVisible()
  await expectAccessible(marcus)
  const tom = await person('tom', { at: '/concerns' })
  await expect(tom.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(tom.locator(`a[href*="${concernId}"]`)).toHaveCount(0)
})
