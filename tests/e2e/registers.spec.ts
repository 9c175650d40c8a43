import { expect, expectAccessible, test } from './fixtures.ts'

test('a learner asks for a second look, and whoever looked the first time does not look again', async ({ person }) => {
  const amara = await person('amara', { at: '/learn/portfolio' })
  await expectAccessible(amara)
  await amara.getByRole('link', { name: /^The second look at it/ }).click()
  await expect(amara.getByRole('heading', { name: 'A second look' })).toBeVisible()
  await expectAccessible(amara)
  await amara.getByRole('link', { name: 'Ask once more' }).click()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Ask somebody else to look')
  await expectAccessible(amara)
  await amara.getByLabel('What should they look at again?').fill('I gave it back in the next line.')
  await amara.getByRole('button', { name: 'Ask for a second look' }).click()
  await expect(amara.getByText('An answer by')).toBeVisible()

  const owen = await person('owen', { at: '/appeals' })
  await expectAccessible(owen)
  await owen.getByRole('link', { name: /^Amara/ }).first().click()
  // He looked the first time, so the second is not his.
  await expect(owen.getByRole('heading', { name: 'A second look' })).toBeVisible()
  await expect(owen.getByRole('button', { name: 'I will look at it' })).toHaveCount(0)
  await expect(owen.getByText('I gave it back in the next line.')).toHaveCount(0)
})

test('what a learner needs is answered, and read by them', async ({ person }) => {
  const grace = await person('grace', { at: '/adjustments' })
  await expectAccessible(grace)
  await grace.getByRole('link', { name: /^Priya/ }).click()
  await expect(grace.getByRole('heading', { name: 'What will be done?' })).toBeVisible()
  await expectAccessible(grace)
  await grace.getByRole('radio', { name: 'This is done' }).check()
  await grace.getByLabel('What is done, by whom, from when').fill('Three more weeks for the last unit.')
  await grace.getByRole('button', { name: 'Tell Priya' }).click()
  await expect(grace.getByRole('heading', { level: 1 })).toHaveText('Adjustments')

  const priya = await person('priya', { at: '/learn/portfolio' })
  await priya.getByRole('link', { name: 'What helps you' }).click()
  await expect(priya.getByText('Three more weeks for the last unit.')).toBeVisible()
  await expectAccessible(priya)
})

test('a case is looked into by the head, and is not there for whom it is about', async ({ person }) => {
  const hana = await person('hana', { at: '/malpractice' })
  await expectAccessible(hana)
  await hana.getByRole('link', { name: 'Sam Rivers' }).click()
  await expect(hana.getByRole('heading', { name: 'What was done' })).toBeVisible()
  await expectAccessible(hana)
  await hana.getByLabel('Add a line').fill('I asked Sam: it was the day after, put right.')
  await hana.getByRole('button', { name: 'Add it' }).click()
  await expect(hana.getByText('it was the day after')).toBeVisible()

  const sam = await person('sam', { at: '/malpractice' })
  await expect(sam.getByText('What was written down will be here')).toBeVisible()
  await expectAccessible(sam)
})
