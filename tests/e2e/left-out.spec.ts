import type { Page } from '@playwright/test'
import { demoMenteeCode } from '#modules/mentoring/demo-mentee-code.ts'
import type { Belay } from './belay.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test.use({ isFresh: true })

test('whose name is written and who is chosen is left out, also of what waited on the device; the others read why', async ({ person, expected }) => {
  expected(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::/)
  const amara = await person('amara', { at: '/worried/about?danger=no' })
  await amara.getByLabel('Who are you worried about?').fill('Wren, and Ms Fatima')
  await amara.getByLabel('What happened, or what did you notice?').fill('She is afraid of her.')
  await amara.getByLabel('Not now', { exact: true }).check()
  await amara.getByText('Does somebody here have to be left out?').click()
  await amara.getByRole('group', { name: 'Who must not know?' }).getByLabel('Tom').check()
  await expect(amara.getByText('Marcus and Hana can read this.').first()).toBeVisible()
  await expectAccessible(amara)
  await amara.context().setOffline(true)
  await amara.getByRole('button', { name: 'Hand it on' }).click()
  await expect(amara.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  await amara.context().setOffline(false)
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
  const concernId = new URL(amara.url()).pathname.split('/').at(-1)!

  const marcus = await person('marcus', { at: `/concerns/${concernId}` })
  await expect(marcus.getByText('Fatima was left out because the name that was written may be theirs.')).toBeVisible()
  await expectAccessible(marcus)
  // Whoever keeps it says whether it is she: both answers stand side by side, and neither is one press away.
  const hana = await person('hana', { at: `/concerns/${concernId}` })
  await hana.getByRole('link', { name: 'Say whether it is about Fatima' }).click()
  await expect(hana.getByRole('link', { name: 'It is not about Fatima' })).toBeVisible()
  await expectAccessible(hana)
  await hana.getByRole('link', { name: 'It is about Fatima' }).click()
  await hana.getByLabel('How you know that it is about them, or who is close to them').fill('Amara told me which of them.')
  await hana.getByRole('button', { name: 'Keep it from them for good' }).click()
  await expect(hana.getByText('Hana kept it from Fatima')).toBeVisible()
  await expect(hana.getByText('Kept from Fatima and Tom.').or(hana.getByText('Kept from Tom and Fatima.'))).toBeVisible()
  await expect(hana.getByRole('link', { name: /whether it is about/ })).toHaveCount(0)

  const tom = await person('tom', { at: '/concerns' })
  await expect(tom.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(tom.locator(`a[href*="${concernId}"]`)).toHaveCount(0)
})

test('where leaving out whose name is written would leave nobody, it is asked, with and without script, and the page says what is so', async ({ person, belay, expected }) => {
  expected(/409/)
  // A club that stands alone: nobody is above it.
  await belay.sql(`UPDATE "Organisation" SET "supportedById" = NULL WHERE name = 'Harbour Youth Club'`)
  const zia = await person('zia', { at: '/worried/about?danger=no' })
  await zia.getByLabel('Who are you worried about?').fill('Bea, Hugo and Leon from school')
  await zia.getByLabel('What happened, or what did you notice?').fill('They are never in lessons.')
  await zia.getByLabel('Not now', { exact: true }).check()
  const asked = zia.getByRole('group', { name: 'Is it about one of the adults of that name at Harbour Youth Club?' })
  await expect(asked).toBeVisible()
  await expectAccessible(zia)
  await asked.getByLabel('No, somebody else of that name').check()
  await expect(zia.getByText('Leon, Bea and Hugo can read this.').first()).toBeVisible()
  await zia.getByRole('button', { name: 'Hand it on' }).click()
  await expect(zia.getByText('Bea, Hugo and Leon were told')).toBeVisible()

  const plain = await person('zia', { at: '/worried/about?danger=no', javaScriptEnabled: false })
  await plain.getByLabel('Who are you worried about?').fill('Bea, Hugo and Leon')
  await plain.getByLabel('What happened, or what did you notice?').fill('They shout at us.')
  await plain.getByLabel('Not now', { exact: true }).check()
  await plain.getByRole('button', { name: 'Hand it on' }).click()
  await expect(plain.getByText('Not sent yet.')).toBeVisible()
  await expect(plain.getByLabel('What happened, or what did you notice?')).toHaveValue('They shout at us.')
  await plain.getByLabel('Yes, or somebody close to one of them').check()
  await plain.getByRole('button', { name: 'Hand it on' }).click()
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('No adult has it yet')
  await expect(plain.getByText('Nobody at Harbour Youth Club was told')).toBeVisible()
})

/** The setting stands alone, and of its adults only these are left who could be told. */
const onlyThese = async (belay: Belay, place: string, names: readonly string[]) => {
  await belay.sql(`UPDATE "Organisation" SET "supportedById" = NULL WHERE name = '${place}'`)
  await belay.sql(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "endsAt" IS NULL AND role IN ('youth_worker', 'safeguarding_lead', 'deputy_lead', 'head') AND "organisationId" = (SELECT id FROM "Organisation" WHERE name = '${place}') AND "personId" NOT IN (SELECT id FROM "Person" WHERE name IN ('${names.join("', '")}'))`)
}

test('a surname, which no form knows: the server asks, the form shows whom it means, and what is answered counts, with and without script, with and without a signal', async ({ person, belay, expected }) => {
  test.setTimeout(90_000)
  expected(/409|ERR_INTERNET_DISCONNECTED|Failed to fetch|net::/)
  await onlyThese(belay, 'Harbour Youth Club', ['Bea'])
  const question = 'Is it about the Bea who works at Harbour Youth Club?'
  const write = async (page: Page) => {
    await page.getByLabel('Who are you worried about?').fill('Ms Moreno')
    await page.getByLabel('What happened, or what did you notice?').fill('She shouts at us.')
    await page.getByLabel('Not now', { exact: true }).check()
    await expect(page.getByRole('group', { name: question })).toHaveCount(0)
    await page.getByRole('button', { name: 'Hand it on' }).click()
    await expect(page.getByText('Not sent yet.')).toBeVisible()
    await expect(page.getByRole('group', { name: question })).toBeVisible()
    await expect(page.getByLabel('Who are you worried about?')).toHaveValue('Ms Moreno')
    await expect(page.getByLabel('What happened, or what did you notice?')).toHaveValue('She shouts at us.')
  }

  const zia = await person('zia', { at: '/worried/about?danger=no' })
  await write(zia)
  await expect(zia.getByText('Nobody at Harbour Youth Club can read this.').first()).toBeVisible()
  await expectAccessible(zia)
  // Written on, it is asked as before; about somebody else, it is not.
  await zia.getByLabel('Who are you worried about?').fill('Ms Moreno, in the office')
  await expect(zia.getByRole('group', { name: question })).toBeVisible()
  await zia.getByLabel('Who are you worried about?').fill('Wren')
  await expect(zia.getByRole('group', { name: question })).toHaveCount(0)
  await zia.getByLabel('Who are you worried about?').fill('Ms Moreno, in year 8')
  await zia.getByLabel('No, somebody else of that name').check()
  await expect(zia.getByText('Bea can read this.').first()).toBeVisible()
  // Left and come back to, the answer stands where it was given.
  await zia.goto('/')
  await zia.goto('/worried/about?danger=no')
  await expect(zia.getByLabel('No, somebody else of that name')).toBeChecked()
  await zia.getByRole('button', { name: 'Hand it on' }).click()
  await expect(zia.getByText('Bea was told')).toBeVisible()

  // Answered, and the signal is gone when it is pressed: the answer goes along.
  await zia.goto('/worried/about?danger=no')
  await write(zia)
  await zia.getByLabel('Yes, or it is somebody close to them').check()
  await zia.context().setOffline(true)
  await zia.getByRole('button', { name: 'Hand it on' }).click()
  await expect(zia.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  await zia.context().setOffline(false)
  await expect(zia.getByRole('heading', { level: 1 })).toHaveText('No adult has it yet')

  const plain = await person('zia', { at: '/worried/about?danger=no', javaScriptEnabled: false })
  await write(plain)
  await plain.getByLabel('Yes, or it is somebody close to them').check()
  await plain.getByRole('button', { name: 'Hand it on' }).click()
  await expect(plain.getByText('Nobody at Harbour Youth Club was told')).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test(`a mentee who writes a surname is asked too ${javaScriptEnabled ? '' : '(without a script)'}`.trim(), async ({ browser, baseURL, watch, viewport, belay, expected }) => {
    expected(/409/)
    await onlyThese(belay, 'Riverside Academy', ['Fatima'])
    const device = await browser.newContext({ baseURL, viewport, javaScriptEnabled })
    watch(device)
    const page = await device.newPage()
    await page.goto('/m')
    await page.getByRole('textbox', { name: 'Type your code' }).fill(demoMenteeCode)
    await page.getByRole('button', { name: 'Open my page' }).click()
    await page.getByRole('link', { name: 'I’m worried' }).click()
    await page.getByRole('link', { name: 'No, but I’m worried' }).click()
    await page.getByLabel('Who are you worried about?').fill('Ms Khan')
    await page.getByLabel(/What happened/).fill('She cries in the corridor.')
    await page.getByLabel('I’m not sure').check()
    await page.getByRole('button', { name: 'Hand it on' }).click()
    await expect(page.getByText('Not sent yet.')).toBeVisible()
    await expect(page.getByLabel(/What happened/)).toHaveValue('She cries in the corridor.')
    await page.getByRole('group', { name: 'Is it about the Fatima who works at Riverside Academy?' }).getByLabel('No, somebody else of that name').check()
    await page.getByRole('button', { name: 'Hand it on' }).click()
    await expect(page.getByText('Fatima was told')).toBeVisible()
    await device.close()
  })
}

/** Zia mentors in both settings; the first of them is Harbour. */
const inBothSettings = (belay: Belay) => belay.sql(`INSERT INTO "Membership" (id, "organisationId", "personId", role, "startsAt") SELECT uuidv7(), o.id, p.id, 'mentor', app.now() - interval '1 hour' FROM "Organisation" o, "Person" p WHERE o.name = 'Riverside Academy' AND p.name = 'Zia'`)

test('in two settings: what comes back comes back to its own, with whom it is kept from', async ({ person, belay }) => {
  await inBothSettings(belay)
  const zia = await person('zia', { at: '/worried/about?danger=no' })
  const where = zia.getByLabel('Where is this about?')
  await expect(where.locator('option:checked')).toHaveText('Harbour Youth Club')
  await where.selectOption({ label: 'Riverside Academy' })
  await zia.getByLabel('Who are you worried about?').fill('Wren')
  await zia.getByText('Does somebody here have to be left out?').click()
  await zia.getByRole('group', { name: 'Who must not know?' }).getByLabel('Tom').check()
  await expect(zia.getByText('Kept on this device. No adult has it yet.')).toBeVisible()
  await zia.goto('/')
  await zia.goto('/worried/about?danger=no')
  await expect(zia.getByLabel('Who are you worried about?')).toHaveValue('Wren')
  await expect(where.locator('option:checked')).toHaveText('Riverside Academy')
  await expect(zia.getByText('Marcus and Fatima can read this.').or(zia.getByText('Fatima and Marcus can read this.')).first()).toBeVisible()
  await expect(zia.getByRole('group', { name: 'Who must not know?' }).getByLabel('Tom')).toBeChecked()
  await zia.getByLabel('What happened, or what did you notice?').fill('She cries.')
  await zia.getByLabel('Not now', { exact: true }).check()
  await zia.getByRole('button', { name: 'Hand it on' }).click()
  await expect(zia.getByText('were told')).toBeVisible()
  expect(await belay.sql(`SELECT o.name, p.name AS kept FROM "Concern" c JOIN "Organisation" o ON o.id = c."organisationId" JOIN "ConcernKeptFrom" k ON k."concernId" = c.id JOIN "Person" p ON p.id = k."personId" ORDER BY c."raisedAt" DESC LIMIT 1`)).toEqual([{ name: 'Riverside Academy', kept: 'Tom' }])
})

test('in two settings: what is said of an adult of one is not taken for one of the other, with and without script', async ({ person, belay, expected }) => {
  expected(/409/)
  await inBothSettings(belay)
  await onlyThese(belay, 'Harbour Youth Club', ['Leon'])
  await onlyThese(belay, 'Riverside Academy', ['Tom'])
  const leon = 'Is it about the Leon who works at Harbour Youth Club?'
  const tom = 'Is it about the Tom who works at Riverside Academy?'
  const write = async (page: Page) => {
    await page.goto('/worried/about?danger=no')
    await page.getByLabel('Who are you worried about?').fill('Tom and Leon')
    await page.getByLabel('What happened, or what did you notice?').fill('They fight.')
    await page.getByLabel('Not now', { exact: true }).check()
  }
  const zia = await person('zia')
  await write(zia)
  await zia.getByRole('group', { name: leon }).getByLabel('No, somebody else of that name').check()
  await zia.getByLabel('Where is this about?').selectOption({ label: 'Riverside Academy' })
  await expect(zia.getByRole('group', { name: tom })).toBeVisible()
  await expect(zia.getByLabel('No, somebody else of that name')).not.toBeChecked()
  await expect(zia.getByText('Nobody at Riverside Academy can read this.').first()).toBeVisible()

  const plain = await person('zia', { javaScriptEnabled: false })
  await write(plain)
  await plain.getByRole('button', { name: 'Hand it on' }).click()
  await plain.getByRole('group', { name: leon }).getByLabel('No, somebody else of that name').check()
  await plain.getByLabel('Where is this about?').selectOption({ label: 'Riverside Academy' })
  await plain.getByRole('button', { name: 'Hand it on' }).click()
  await expect(plain.getByText('Not sent yet.')).toBeVisible()
  await expect(plain.getByRole('group', { name: tom })).toBeVisible()
  await expect(plain.getByLabel('No, somebody else of that name')).not.toBeChecked()
})
