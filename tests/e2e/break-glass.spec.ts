import { expect, expectAccessible, test } from './fixtures.ts'

test('a head opens a concern in need, with a reason; the lead sees it on Today, and who it was and why', async ({ person }) => {
  const hana = await person('hana', { at: '/concerns', javaScriptEnabled: false })
  await hana.getByRole('link', { name: 'Open one in need' }).click()
  await expect(hana.getByRole('heading', { name: 'Open one in need' })).toBeVisible()
  await expect(hana.getByText('Merlin')).toHaveCount(0)
  await hana.getByRole('radio', { name: /^Raised/ }).first().check()
  await hana.getByLabel('Why do you need to read it now?').fill('His dad is at the desk, and nobody picks up.')
  await hana.getByRole('button', { name: 'Open it for an hour' }).click()
  await expect(hana.getByText(/You opened this in need, and read it until/)).toBeVisible()
  await expect(hana.getByText('His dad is at the desk, and nobody picks up.')).toBeVisible()
  await expect(hana.getByRole('button', { name: 'I have it' })).toHaveCount(0)
  await expect(hana.getByRole('button', { name: 'I am looking after it' })).toHaveCount(0)

  const fatima = await person('fatima')
  await expect(fatima.getByText('somebody opened it').first()).toBeVisible()
  await fatima.getByRole('link', { name: 'A concern from Amara' }).first().click()
  await expect(fatima.getByText('Hana opened it, though it was not theirs to open, for an hour')).toBeVisible()

  const again = await person('hana', { at: '/concerns/behind-glass' })
  await expectAccessible(again)
})
