import { expect, expectAccessible, test } from './fixtures.ts'

test('a lead reads the setting’s concerns as figures and takes them out; the delivery site hears nothing somebody could be recognised in', async ({ person }) => {
  const fatima = await person('fatima', { at: '/concerns' })
  await fatima.getByRole('link', { name: 'Concerns in figures' }).click()
  await expect(fatima.getByRole('heading', { level: 1 })).toHaveText('Concerns in figures')
  await expect(fatima.getByRole('heading', { level: 2, name: /^\d+ raised$/ })).toBeVisible()
  await expect(fatima.getByRole('table', { name: 'Kinds of worry' }).getByRole('row', { name: /^Not said yet \d+ of \d+$/ })).toBeVisible()
  await expect(fatima.getByRole('table', { name: 'Where they stood at the end', exact: true }).getByRole('row', { name: /^Open \d+ of \d+$/ })).toBeVisible()
  await expectAccessible(fatima)
  const [file] = await Promise.all([fatima.waitForEvent('download'), fatima.getByRole('link', { name: 'Take it out as a table' }).click()])
  expect(file.suggestedFilename()).toMatch(/^concerns-.*\.csv$/)
  await fatima.getByLabel('From', { exact: true }).fill('2020-01-01')
  await fatima.getByLabel('To', { exact: true }).fill('2020-12-31')
  await fatima.getByRole('button', { name: 'Show' }).click()
  await expect(fatima.getByRole('heading', { level: 2, name: '0 raised' })).toBeVisible()

  const vera = await person('vera')
  await vera.getByRole('link', { name: 'Concerns in figures' }).click()
  await expect(vera.getByRole('heading', { level: 2, name: 'Fewer than 8 raised' })).toBeVisible()
  await expect(vera.getByRole('table')).toHaveCount(0)
  await expectAccessible(vera)
})
