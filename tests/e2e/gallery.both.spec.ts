import { expect, expectAccessible, test } from './fixtures.ts'

for (const theme of ['light', 'dark', 'contrast'])
  test(`every part of the ${theme} gallery is accessible`, async ({ page }) => {
    await page.goto(`/gallery?theme=${theme}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Every part, in every state')
    await expectAccessible(page)
  })

for (const username of ['amara', 'marcus', 'helen', 'fatima', 'grace', 'tess', 'noor', 'ella', 'vera'])
  test(`Today is accessible for ${username}, and every way on from it leads somewhere`, async ({ person }) => {
    const page = await person(username)
    await expectAccessible(page)
    const ways = await page.locator('a[href^="/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))])
    expect(ways).toContain('/worried')
    for (const way of ways) expect((await page.request.get(way)).status(), way).toBe(200)
  })
