import { demoMenteeCode } from '#modules/mentoring/demo-mentee-code.ts'
import { additionsFor } from '#modules/safeguarding/additions.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test.use({ isFresh: true })

for (const javaScriptEnabled of [true, false]) {
  test(`a mentee with a code says what worries them, and the adults have it ${javaScriptEnabled ? '' : '(without a script)'}`.trim(), async ({ browser, baseURL, watch, viewport, person }) => {
    const device = await browser.newContext({ baseURL, viewport, javaScriptEnabled })
    watch(device)
    const page = await device.newPage()
    await page.goto('/m')
    await page.getByRole('textbox', { name: 'Type your code' }).fill(demoMenteeCode.toLowerCase())
    await page.getByRole('button', { name: 'Open my page' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hi Kestrel')

    await page.getByRole('link', { name: 'I’m worried' }).click()
    await expect(page.getByRole('link', { name: 'Yes: call 999' })).toHaveAttribute('href', 'tel:999')
    await page.getByRole('link', { name: 'No, but I’m worried' }).click()
    await page.getByLabel('Who are you worried about?').fill('My friend in year 8')
    await page.getByLabel(/What happened/).fill('She says she does not want to be here any more.')
    await page.getByLabel('I’m not sure').check()
    if (javaScriptEnabled) await expectAccessible(page)
    await page.getByRole('button', { name: 'Hand it on' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
    await expect(page.getByText('were told')).toBeVisible()

    // What they know more goes as it is written: the device is somebody else's, and keeps nothing of it.
    await page.getByRole('link', { name: 'What they said' }).click()
    await page.getByLabel('What did they say?').fill('“What is the point?”')
    await expect(page.getByText('Not sent yet')).toHaveCount(0)
    await page.getByRole('button', { name: 'Add it' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'What they said' }).getByText('added')).toBeVisible()

    const fatima = await person('fatima', { at: '/concerns' })
    await expect(fatima.getByText('A concern from a mentee')).toBeVisible()
    // Whoever mentors Kestrel is told nothing.
    const amara = await person('amara')
    await expect(amara.getByText(/concern from/i)).toHaveCount(0)

    await page.goto('/m')
    await page.getByRole('button', { name: 'Finished' }).click()
    await expect(page.getByRole('button', { name: 'Open my page' })).toBeVisible()
    await device.close()
  })

  test(`a visit that is over while a mentee writes costs no word: their code sends it ${javaScriptEnabled ? '' : '(without a script)'}`.trim(), async ({ browser, baseURL, watch, viewport, belay, expected }) => {
    expected(/status of 401/)
    const device = await browser.newContext({ baseURL, viewport, javaScriptEnabled })
    watch(device)
    const page = await device.newPage()
    const enter = async (button: string) => {
      await page.getByRole('textbox', { name: 'Type your code' }).fill(demoMenteeCode)
      await page.getByRole('button', { name: button }).click()
    }
    await page.goto('/m')
    await enter('Open my page')
    await page.getByRole('link', { name: 'I’m worried' }).click()
    await page.getByRole('link', { name: 'No, but I’m worried' }).click()
    await page.getByLabel('Who are you worried about?').fill('My friend in year 8')
    await page.getByLabel(/What happened/).fill('She does not eat.')
    await page.getByLabel('Not now', { exact: true }).check()
    await belay.moveClock('31 minutes')
    await page.getByRole('button', { name: 'Hand it on' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your code, once more')
    await expect(page.getByText('no adult has it yet')).toBeVisible()
    await expect(page.getByText('She does not eat.')).toHaveCount(0)
    if (javaScriptEnabled) await expectAccessible(page)
    await enter('Send it')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')

    await page.getByRole('link', { name: 'What they said' }).click()
    await page.getByLabel('What did they say?').fill('“I am never hungry.”')
    await belay.moveClock('31 minutes')
    await page.getByRole('button', { name: 'Add it' }).click()
    await enter('Send it')
    await expect(page.getByRole('listitem').filter({ hasText: 'What they said' }).getByText('added')).toBeVisible()
    expect(page.url()).not.toMatch(/hungry|eat/)
    await device.close()
  })
}

test('a page that a mentee leaves open closes in front of whoever is there by then, and what they were writing waits for their code', async ({ browser, baseURL, watch, viewport, belay, expected }) => {
  expected(/status of 40[01]/)
  const device = await browser.newContext({ baseURL, viewport })
  watch(device)
  const page = await device.newPage()
  const enter = async (button: string) => {
    await page.getByRole('textbox', { name: 'Type your code' }).fill(demoMenteeCode)
    await page.getByRole('button', { name: button }).click()
  }
  const halfAnHour = async () => { await belay.moveClock('31 minutes'); await page.clock.fastForward('31:00') }
  const once = page.getByRole('heading', { level: 1, name: 'Your code, once more' })
  await page.clock.install()
  await page.goto('/m')
  await enter('Open my page')
  await page.getByRole('button', { name: 'Say it quietly' }).click()
  await page.getByRole('link', { name: 'No, but I’m worried' }).click()
  await page.getByLabel('Who are you worried about?').fill(' ')
  await page.getByLabel(/What happened/).fill('She does not eat.')
  await page.getByLabel('Not now', { exact: true }).check()

  // What somebody covered stays covered.
  await page.getByRole('button', { name: 'Hide' }).click()
  await halfAnHour()
  await page.getByRole('button', { name: 'Tap to come back' }).click()
  await expect(once).toBeVisible()
  await expect(page.getByLabel(/What happened/)).toHaveCount(0)
  await expect(page.locator('main')).toBeFocused()
  await expectAccessible(page)
  await enter('Send it')
  await expect(page.getByLabel(/What happened/)).toHaveValue('She does not eat.')
  await expect(page.getByRole('checkbox', { name: /It is about my mentor/ })).toBeChecked()
  await page.getByLabel('Who are you worried about?').fill('My friend')
  await page.getByRole('button', { name: 'Hand it on' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')

  // Words that do not say on whose visit they were written go nowhere: every form says it.
  const concernId = new URL(page.url()).searchParams.get('handed-on')!
  for (const at of ['/m/worried?danger=no', ...additionsFor(false).map(({ part }) => `/m/worried/${concernId}/more/${part}`)]) {
    const forms = (await (await page.request.get(at)).text()).match(/<form[^]*?<\/form>/g)!.filter((form) => form.includes('name="id"'))
    expect(forms, at).toHaveLength(1)
    expect(forms[0], at).toContain('name="menteeId"')
  }

  await page.getByRole('link', { name: 'What they said' }).click()
  await page.getByLabel('What did they say?').fill('“I am never hungry.”')
  await halfAnHour()
  await expect(once).toBeVisible()
  await page.clock.fastForward('10:01')
  await expect(page).toHaveURL(/\/m$/)
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Open my page' })).toBeVisible()
  expect(await page.content()).not.toMatch(/hungry/)

  // A page on which nothing was written goes.
  await enter('Open my page')
  await page.goto('/m')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hi Kestrel')
  await halfAnHour()
  await expect(page.getByRole('button', { name: 'Open my page' })).toBeVisible()
  await device.close()
})
