import { demoMenteeCode } from '../../modules/mentoring/demo-mentee-code.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test('a coordinator sees the course, its waiting list and its registers', async ({ person }) => {
  const page = await person('grace', { at: '/cohorts' })
  await page.getByRole('link', { name: 'Mentor course, autumn' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mentor course, autumn')
  await expect(page.getByText('14 of 14').first()).toBeVisible()
  await expect(page.getByText('Oscar Reyes')).toBeVisible()
})

test('two adults mark one register at once, and neither writes over the other', async ({ person }) => {
  const [sam, marcus] = [await person('sam', { at: '/cohorts' }), await person('marcus', { at: '/cohorts' })]
  for (const page of [sam, marcus]) {
    await page.getByRole('link', { name: 'Mentor course, autumn' }).click()
    await page.getByRole('link', { name: 'Open the register' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taking notice')
  }
  await sam.getByRole('group', { name: 'Amara Okonjo' }).getByRole('radio', { name: 'Here', exact: true }).check()
  await marcus.getByRole('group', { name: 'Jay Patel' }).getByRole('radio', { name: 'Late' }).check()
  for (const page of [sam, marcus]) {
    await page.getByRole('button', { name: 'Save the register' }).click()
    await expect(page.getByText('Saved: 1 mark.')).toBeVisible()
  }
  await sam.reload()
  await expect(sam.getByRole('group', { name: 'Amara Okonjo' }).getByRole('radio', { name: 'Here', exact: true })).toBeChecked()
  await expect(sam.getByRole('group', { name: 'Jay Patel' }).getByRole('radio', { name: 'Late' })).toBeChecked()
})

test('somebody leaves, and the place goes to whoever waited longest', async ({ person }) => {
  const page = await person('grace', { at: '/cohorts' })
  await page.getByRole('link', { name: 'Mentor course, autumn' }).click()
  await page.getByRole('link', { name: 'Take Ethan Boyd off' }).click()
  await page.getByRole('button', { name: 'Take off' }).click()
  await expect(page.getByRole('link', { name: 'Take Nia Roberts off', exact: true })).toBeVisible()
  await expect(page.getByText('Ethan Boyd')).toHaveCount(0)
})

test('a coordinator sees Train the Trainer, and of its people only their own', async ({ person }) => {
  const page = await person('grace', { at: '/trainers' })
  await page.getByRole('link', { name: 'Train the Trainer, autumn' }).click()
  await expect(page.getByText('Tess Novak')).toBeVisible()
  await expect(page.getByText('Kim Doyle')).toHaveCount(0)
  await expect(page.getByText('And 2 others.')).toBeVisible()
  const tess = await person('tess', { at: '/trainers' })
  await tess.getByRole('link', { name: 'Train the Trainer, autumn' }).click()
  await expect(tess.getByText('Kim Doyle')).toBeVisible()
})

test('a coordinator finds somebody, invites somebody, and hands the link over', async ({ person }) => {
  const page = await person('grace', { at: '/people' })
  await page.getByLabel('Find by name').fill('okon')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByRole('link', { name: 'Amara Okonjo' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Jay Patel' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await page.getByLabel('Their full name').fill('Nadia Brook')
  await page.getByRole('radio', { name: /^Youth worker/ }).check()
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nadia Brook is invited')
  await expect(page.getByLabel('The link')).toContainText('/invitation/')
})

test('a setting says what is still missing, and a programme lead sees totals without small numbers', async ({ person }) => {
  const cass = await person('cass', { at: '/organisations' })
  await expect(cass.getByRole('heading', { level: 1 })).toHaveText('Harbour Youth Club')
  await expect(cass.getByText('Bea Moreno')).toBeVisible()
  const ella = await person('ella', { at: '/organisations' })
  await expect(ella.getByText('about 20', { exact: true })).toBeVisible()
  await expect(ella.getByText('fewer than 8').first()).toBeVisible()
})

test('a youth worker gives a code, and a mentee opens their page with it and closes it', async ({ person, page }) => {
  const marcus = await person('marcus', { at: '/mentees' })
  await marcus.getByRole('link', { name: 'Linnet' }).click()
  await expect(marcus.getByText('Sofia Russo')).toBeVisible()
  await marcus.getByRole('link', { name: /a code$|a new one$/ }).click()
  await marcus.getByRole('button', { name: 'Make the code' }).click()
  const code = (await marcus.getByLabel('The code of Linnet').textContent())!
  await page.goto('/m')
  await page.getByLabel('Type your code').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Open my page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hi Linnet')
  await page.getByRole('button', { name: 'Finished' }).click()
  await expect(page.getByText('Your page is closed on this device.')).toBeVisible()
  await page.goto('/m')
  await expect(page.getByLabel('Type your code')).toBeVisible()
})

const pages = [['grace', '/people'], ['grace', '/people/invitation'], ['grace', '/cohorts'], ['grace', '/cohorts/new'], ['grace', '/trainers'], ['cass', '/organisations'], ['ella', '/organisations'], ['marcus', '/mentees'], ['marcus', '/mentees/new']] as const
for (const [username, at] of pages) test(`axe finds nothing on ${at} as ${username} sees it`, async ({ person }) => {
  await expectAccessible(await person(username, { at }))
})

test('axe finds nothing on a cohort and its register', async ({ person }) => {
  const page = await person('grace', { at: '/cohorts' })
  await page.getByRole('link', { name: 'Mentor course, autumn' }).click()
  await expect(page.getByRole('heading', { name: 'On the register' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open the register' }).click()
  await expect(page.getByRole('group', { name: 'Amara Okonjo' })).toBeVisible()
  await expectAccessible(page)
})

test('axe finds nothing on a mentee’s page', async ({ page }) => {
  await page.goto('/m')
  await expectAccessible(page)
  await page.getByLabel('Type your code').fill(demoMenteeCode)
  await page.getByRole('button', { name: 'Open my page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hi Kestrel')
  await expectAccessible(page)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a mentee’s page opens with the code and closes', async ({ page, expected }) => {
    expected(/status of 409/)
    await page.goto('/m')
    await page.getByLabel('Type your code').fill('AAAA-AAAA')
    await page.getByRole('button', { name: 'Open my page' }).click()
    await expect(page.getByRole('alert')).toContainText('That code does not work now')
    await page.getByLabel('Type your code').fill(demoMenteeCode)
    await page.getByRole('button', { name: 'Open my page' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hi Kestrel')
    await page.getByRole('button', { name: 'Finished' }).click()
    await expect(page.getByText('Your page is closed on this device.')).toBeVisible()
  })

  test('a register is marked', async ({ person }) => {
    const page = await person('leon', { at: '/cohorts' })
    await page.getByRole('link', { name: 'Mentor weekend' }).click()
    await page.getByRole('link', { name: 'Open the register' }).click()
    await page.getByRole('group', { name: 'Zia Rahman' }).getByRole('radio', { name: 'Here', exact: true }).check()
    await page.getByRole('button', { name: 'Save the register' }).click()
    await expect(page.getByText('Saved: 1 mark.')).toBeVisible()
    await expect(page.getByRole('group', { name: 'Zia Rahman' }).getByRole('radio', { name: 'Here', exact: true })).toBeChecked()
  })
})
