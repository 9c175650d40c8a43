import { expect, expectAccessible, test } from './fixtures.ts'

for (const javaScriptEnabled of [true, false])
  test(`a coordinator plans duty for a week and says who covers; a youth worker sees it and calls off their own ${javaScriptEnabled ? '' : '(without a script)'}`.trim(), async ({ person }) => {
    const leads = await person('fatima', { at: '/concerns' })
    const rota = new URL((await leads.getByRole('link', { name: 'Duty and cover' }).getAttribute('href'))!, leads.url()).pathname
    const grace = await person('grace', { at: rota, javaScriptEnabled })
    await grace.getByRole('link', { name: 'The week after' }).click()
    await expect(grace).toHaveURL(/\?week=/)
    const week = new URL(grace.url()).search
    await grace.getByLabel('Who', { exact: true }).selectOption('Marcus')
    await grace.getByRole('checkbox', { name: /^Tue / }).check()
    await grace.getByLabel('From').fill('09:15')
    await grace.getByLabel('To', { exact: true }).fill('12:45')
    if (javaScriptEnabled) await expectAccessible(grace)
    await grace.getByRole('button', { name: 'Put them on duty' }).click()
    await expect(grace.getByText('Marcus, 09:15 to 12:45')).toBeVisible()
    expect(new URL(grace.url()).search, 'in the same week').toBe(week)

    const marcus = await person('marcus', { at: `${rota}${week}`, javaScriptEnabled })
    await expect(marcus.getByRole('list', { name: 'Who is on duty' }).getByRole('listitem').filter({ hasText: 'Tuesday' }).getByText('Marcus, 09:15 to 12:45')).toBeVisible()
    await marcus.getByRole('button', { name: /^Call it off ?: Marcus, Tuesday, 09:15 to 12:45$/ }).click()
    await expect(marcus.getByText('Marcus, 09:15 to 12:45')).toHaveCount(0)

    await marcus.goto(rota)
    await marcus.getByRole('link', { name: 'Say who is away' }).click()
    await marcus.getByLabel('Covered by').selectOption('Tom')
    await marcus.getByLabel('From').fill('2027-01-11T08:00')
    await marcus.getByLabel('Until').fill('2027-01-12T17:00')
    if (javaScriptEnabled) await expectAccessible(marcus)
    await marcus.getByRole('button', { name: 'Keep it' }).click()
    await expect(marcus.getByText('Marcus, covered by Tom')).toBeVisible()
    await marcus.getByRole('button', { name: /^Call it off ?: Marcus$/ }).click()
    await expect(marcus.getByText('Marcus, covered by Tom')).toHaveCount(0)
  })
