import { expect, expectAccessible, test } from './fixtures.ts'

for (const javaScriptEnabled of [true, false])
  test(`a deputy refers a case to the front door with what it already says, and takes the paper ${javaScriptEnabled ? '' : '(without a script)'}`.trim(), async ({ person }) => {
    const tom = await person('tom', { at: '/concerns', javaScriptEnabled })
    await tom.getByRole('link', { name: 'A concern from Kofi' }).click()
    await tom.getByRole('link', { name: 'Refer it', exact: true }).click()
    await expect(tom.getByRole('heading', { level: 1 })).toHaveText('Who does it go to?')
    if (javaScriptEnabled) await expectAccessible(tom)
    const family = javaScriptEnabled ? 'Eastmarsh Family Help' : 'Eastmarsh CAMHS, duty desk'
    await tom.getByRole('link', { name: family }).click()
    await expect(tom.getByRole('heading', { level: 1 })).toHaveText(`Refer it to ${family}`)
    await expect(tom.getByLabel('Who it is about')).toHaveValue('My mentee, Heron')
    await expect(tom.getByLabel('What was said, word for word')).toHaveValue(/locks him out at night/)
    await tom.getByLabel('How it goes there').fill('Rung at 14:10, then their page.')
    if (javaScriptEnabled) await expectAccessible(tom)
    await tom.getByRole('button', { name: 'Make this referral' }).click()
    await expect(tom.getByText(`Tom referred it to ${family}`)).toBeVisible()
    await tom.getByRole('link', { name: new RegExp(`^Read it ?: ${family}$`) }).click()
    await expect(tom.getByRole('heading', { level: 1 })).toHaveText(`Referral to ${family}`)
    await expect(tom.getByText('Rung at 14:10, then their page.')).toBeVisible()
    const paper = await tom.request.get((await tom.getByRole('link', { name: 'Take it out as a PDF' }).getAttribute('href'))!)
    expect(paper.headers()['content-type']).toBe('application/pdf')
    // Whoever raised it reads none of it.
    const kofi = await person('kofi')
    await expect(kofi.getByText(family)).toHaveCount(0)
  })
