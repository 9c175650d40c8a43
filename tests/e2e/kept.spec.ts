import type { Page } from '@playwright/test'
import { demoPassword } from '../../modules/identity/demo-people.ts'
import { expect, expectAccessible, signIn, test } from './fixtures.ts'

const lost = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch manifest patches|WebSocket/
const endSession = (username: string) => `UPDATE "Session" SET "endedAt" = app.now() WHERE "personId" = (SELECT "personId" FROM "SignInName" WHERE username = '${username}')`
const isKept = (page: Page) => expect(page.getByText('Not sent yet. Kept on this device.')).toBeVisible()
const onDevice = (page: Page) => page.evaluate(async () => {
  const open = indexedDB.open('belay-drafts')
  await new Promise((resolve) => { open.onsuccess = resolve })
  return new Promise<number>((resolve) => { const asked = open.result.transaction('drafts').objectStore('drafts').count(); asked.onsuccess = () => resolve(asked.result) })
})
async function comeBackIn(page: Page, username: string) {
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('what a mentor hands in outlives a closed tab, a lost signal and an ended session, and is there once', async ({ person, belay, expected }) => {
  test.setTimeout(150_000)
  expected(lost)
  const words = 'I asked twice before I said what I thought.'
  const amara = await person('amara', { at: '/learn/portfolio/new' })
  await amara.getByRole('region', { name: 'Something you wrote in a unit' }).getByRole('link').first().click()
  await amara.getByLabel('The words').fill(words)
  await amara.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first().check()
  await isKept(amara)
  await amara.close()

  const again = await amara.context().newPage()
  await again.goto('/learn/portfolio/new')
  await again.getByRole('region', { name: 'You have begun' }).getByRole('link').click()
  await expect(again.getByText('What you were writing is back.')).toBeVisible()
  await expect(again.getByLabel('The words')).toHaveValue(words)
  await expect(again.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first()).toBeChecked()
  await expectAccessible(again)

  await again.context().setOffline(true)
  await again.getByRole('button', { name: 'Look for names' }).click()
  await expect(again.getByText('No signal, so it was not sent.')).toBeVisible()
  await again.context().setOffline(false)
  await again.getByRole('button', { name: 'Look for names' }).click()
  await expect(again.getByText('We looked for names and found none.')).toBeVisible()
  await isKept(again)

  await again.getByRole('checkbox', { name: /^This is my own work/ }).check()
  await belay.sql(endSession('amara'))
  await again.getByRole('button', { name: 'Hand it in' }).click()
  await comeBackIn(again, 'amara')
  await expect(again.getByRole('heading', { level: 1 })).toHaveText('Your portfolio')
  await expect(again.getByText(words)).toHaveCount(1)
  await expect.poll(() => onDevice(again)).toBe(0)
})

test('an answer that is lost on its way doubles nothing, and what is written on after it is not taken for it', async ({ person, belay, expected }) => {
  expected(lost)
  const cases = async () => (await belay.sql<{ count: number }>(`SELECT count(*)::int AS count FROM "MalpracticeCase"`))[0]!.count
  const before = await cases()
  const noor = await person('noor', { at: '/malpractice/new' })
  const saw = noor.getByLabel('What you saw, and when')
  const writeAndLoseTheAnswer = async (words: string) => {
    await noor.getByLabel('Whom is it about?').selectOption({ label: 'Jay Patel' })
    await saw.fill(words)
    await isKept(noor)
    await noor.route('**/malpractice/new*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      return route.abort()
    })
    await noor.getByRole('button', { name: 'Write it down' }).click()
    await expect(noor.getByRole('heading', { level: 1 })).toHaveText('You are not connected')
    await noor.unroute('**/malpractice/new*')
  }
  await writeAndLoseTheAnswer('Two pieces of his have the wording of a page I know.')
  await noor.getByRole('button', { name: 'Try again' }).click()
  await expect(saw).toHaveValue('')
  await expect.poll(() => onDevice(noor)).toBe(0)
  expect(await cases()).toBe(before + 1)

  // Once more, and now the page cannot even ask what became of it.
  await writeAndLoseTheAnswer('And a third piece.')
  await noor.route('**/arrived?*', (route) => route.abort())
  await noor.getByRole('button', { name: 'Try again' }).click()
  await expect(noor.getByText('What you were writing is back.')).toBeVisible()
  await saw.fill('A fourth piece, too.')
  await isKept(noor)
  // It may arrive yet, after the page was told that it has not.
  const sent = await noor.locator('input[name=id]').inputValue()
  await noor.unroute('**/arrived?*')
  await noor.route(`**/arrived?id=${sent}`, (route) => route.fulfill({ json: { arrived: [] } }))
  await noor.getByRole('button', { name: 'Write it down' }).click()
  await expect(noor).toHaveURL(/\/malpractice$/)
  await expect.poll(() => onDevice(noor)).toBe(0)
  expect(await cases()).toBe(before + 3)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('what an assessor was writing when the session ended is there after signing in', async ({ page, belay }) => {
    const decided = async () => (await belay.sql<{ count: number }>(`SELECT count(*)::int AS count FROM "Decision"`))[0]!.count
    const before = await decided()
    await signIn(page, 'noor', '/assessment')
    await page.getByRole('link', { name: /Amara/ }).first().click()
    await page.getByRole('link', { name: /^Look at it/ }).first().click()
    await page.getByLabel('A few words to Amara').fill('Say when you told them, and it is there.')
    await page.getByRole('radio', { name: /^Not yet/ }).check()
    await belay.sql(endSession('noor'))
    await page.getByRole('button', { name: 'Tell Amara' }).click()
    await comeBackIn(page, 'noor')
    await expect(page.getByRole('blockquote')).toContainText('Say when you told them')
    await page.getByRole('button', { name: 'Send it now' }).click()
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('You were sending something')
    expect(await decided()).toBe(before + 1)
  })
})

test('what a head writes to open a concern, and a lead about the duty to report and in the directory, outlives a lost signal and a closed tab, and is there once', async ({ person, belay, expected }) => {
  test.setTimeout(180_000)
  expected(lost)
  const count = async (table: string) => (await belay.sql<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`))[0]!.count
  const before = { glass: await count('GlassBroken'), duties: await count('ReportingDuty'), agencies: await count('Agency') }
  const why = 'His dad is at the desk, and nobody picks up.'
  const hana = await person('hana', { at: '/concerns/behind-glass' })
  await hana.getByRole('radio', { name: /^Raised/ }).first().check()
  await hana.getByLabel('Why do you need to read it now?').fill(why)
  await isKept(hana)
  await hana.context().setOffline(true)
  await hana.getByRole('button', { name: 'Open it for an hour' }).click()
  await expect(hana.getByText('No signal, so it was not sent.')).toBeVisible()
  await hana.context().setOffline(false)
  await hana.close()
  const again = await hana.context().newPage()
  await again.goto('/concerns/behind-glass')
  await expect(again.getByText('What you were writing is back.')).toBeVisible()
  await expect(again.getByLabel('Why do you need to read it now?')).toHaveValue(why)
  await expect(again.getByRole('radio', { name: /^Raised/ }).first()).toBeChecked()
  expect(await count('GlassBroken')).toBe(before.glass)
  await again.getByRole('button', { name: 'Open it for an hour' }).click()
  await expect(again.getByText(/You opened this in need/)).toBeVisible()
  expect(await count('GlassBroken')).toBe(before.glass + 1)

  const fatima = await person('fatima', { at: '/concerns/reporting-duty' })
  const explanation = 'Tell the police or the local authority the same day, and say to Fatima that you did.'
  await fatima.getByLabel('What an adult is told').fill(explanation)
  await isKept(fatima)
  await fatima.context().setOffline(true)
  await fatima.getByRole('button', { name: 'Set it' }).click()
  await expect(fatima.getByText('No signal, so it was not sent.')).toBeVisible()
  await fatima.context().setOffline(false)
  await fatima.reload()
  await expect(fatima.getByText('What you were writing is back.')).toBeVisible()
  await fatima.getByRole('button', { name: 'Set it' }).click()
  await expect(fatima.getByText(/^Set today/i)).toBeVisible()
  await expect(fatima.getByLabel('What an adult is told')).toHaveValue(explanation)
  await expect(fatima.getByText(/Not sent yet/)).toHaveCount(0)
  // What stands there was set today already: the words alone do not say that it has arrived.
  await expect.poll(() => count('ReportingDuty')).toBe(before.duties + 1)

  await fatima.goto('/concerns/agencies/new')
  await fatima.getByLabel('What it is for').selectOption({ index: 1 })
  for (const [label, value] of [['Local authority or area', 'Eastside'], ['What it is called', 'The front door of Eastside'], ['Number', '020 7946 0001'], ['When somebody answers', 'At any hour']] as const) await fatima.getByLabel(label).fill(value)
  await isKept(fatima)
  await fatima.context().setOffline(true)
  await fatima.getByRole('button', { name: 'Enter it' }).click()
  await expect(fatima.getByText('No signal, so it was not sent.')).toBeVisible()
  await fatima.context().setOffline(false)
  await fatima.getByRole('button', { name: 'Enter it' }).click()
  await expect(fatima.getByRole('heading', { level: 1 })).toHaveText('Whom to turn to outside')
  await expect(fatima.getByText('The front door of Eastside', { exact: true })).toBeVisible()
  expect(await count('Agency')).toBe(before.agencies + 1)
})
