import { expect, expectAccessible, test } from './fixtures.ts'

test('a coordinator closes a course: what happens is said before, and stands there afterwards', async ({ person }) => {
  const grace = await person('grace', { at: '/cohorts' })
  await grace.getByRole('link', { name: 'Mentor course, autumn' }).click()
  await grace.getByRole('link', { name: 'Close the course' }).click()
  await expect(grace.getByText('called off')).toBeVisible()
  await expect(grace.getByText('for a place. They stop waiting')).toBeVisible()
  await expectAccessible(grace)
  await grace.getByRole('button', { name: 'Close it for good' }).click()
  await expect(grace.getByText('Grace closed this course')).toBeVisible()
  await expect(grace.getByText('called off').first()).toBeVisible()
  await expect(grace.getByRole('link', { name: 'Close the course' })).toHaveCount(0)

  const marcus = await person('marcus', { at: '/cohorts' })
  await expect(marcus.getByText(/closed, \d of 5 sittings held/)).toBeVisible()
  const amara = await person('amara', { at: '/learn' })
  await expect(amara.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a programme lead closes Train the Trainer', async ({ person }) => {
  const ella = await person('ella', { at: '/trainers' })
  await ella.getByRole('link', { name: 'Train the Trainer, autumn' }).click()
  await ella.getByRole('link', { name: 'Close the course' }).click()
  await ella.getByRole('button', { name: 'Close it for good' }).click()
  await expect(ella.getByText('Ella closed this course')).toBeVisible()
})
