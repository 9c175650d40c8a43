import { expect, expectAccessible, test } from './fixtures.ts'

test('a lead adds a kind of worry to the list, calls a concern by it, and takes it off again; what guidance names stays', async ({ person }) => {
  const fatima = await person('fatima', { at: '/concerns/categories' })
  await expectAccessible(fatima)
  await fatima.getByLabel('Under which of these?').selectOption('Missing')
  await fatima.getByLabel('What is it called?').fill('Truanting from trips')
  await fatima.keyboard.press('Enter')
  const added = fatima.getByRole('region', { name: 'Added by Riverside Academy' }).getByText('Truanting from trips', { exact: true })
  await expect(added).toBeVisible()

  await fatima.goto('/concerns')
  await fatima.getByRole('link', { name: 'A concern from Amara' }).first().click()
  await fatima.getByRole('link', { name: 'Say what kind of worry it is' }).click()
  await fatima.getByText('Missing', { exact: true }).click()
  await fatima.getByRole('checkbox', { name: 'Truanting from trips' }).check()
  await expectAccessible(fatima)
  await fatima.getByRole('button', { name: 'Keep this' }).click()
  await expect(fatima.getByText(/Fatima said what kind of worry it is: .*truanting from trips/)).toBeVisible()

  await fatima.goto('/concerns/categories')
  await fatima.getByRole('button', { name: /^Take it off ?: Truanting from trips$/ }).click()
  await expect(added).toHaveCount(0)
  await expect(fatima.getByRole('button', { name: /^Take it off ?: (Missing|From home)/ })).toHaveCount(0)
})
