import type { Page } from '@playwright/test'
import { demoPassword } from '../../modules/identity/demo-people.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

// One device, two tabs: what was begun by one person is never sent as another's who has signed in since.
const refused = /status of 412/

async function signsInBeside(page: Page, username: string) {
  const answer = await page.request.post('/sign-in', { form: { username, password: demoPassword, next: '/' }, headers: { Origin: new URL(page.url()).origin }, maxRedirects: 0 })
  expect(answer.status()).toBe(302)
}

test('a concern that is handed on after somebody else has signed in is not theirs: it stays here, and goes when its writer is back', async ({ person, belay, expected }) => {
  expected(refused)
  const words = 'She said she does not want to go home on Friday.'
  const raisedBy = () => belay.sql<{ username: string }>(`SELECT n.username FROM "Concern" c JOIN "SignInName" n ON n."personId" = c."raisedById" ORDER BY c.id DESC LIMIT 1`)
  const before = await belay.sql(`SELECT id FROM "Concern"`)
  const amara = await person('amara', { at: '/worried/about?danger=no' })
  await amara.getByLabel('Who are you worried about?').fill('A friend')
  await amara.getByLabel('What happened, or what did you notice?').fill(words)
  await amara.getByLabel('I’m not sure').check()
  await expect(amara.getByText('Kept on this device. No adult has it yet.')).toBeVisible()

  await signsInBeside(amara, 'jay')
  await amara.getByRole('button', { name: 'Hand it on' }).click()
  await expect(amara.getByText('somebody else has signed in on this device')).toBeVisible()
  await expectAccessible(amara)
  const jay = await amara.context().newPage()
  await jay.goto('/worried/about?danger=no')
  await expect(jay.getByLabel('What happened, or what did you notice?')).toHaveValue('')
  expect(await belay.sql(`SELECT id FROM "Concern"`)).toEqual(before)

  await signsInBeside(amara, 'amara')
  await amara.evaluate(() => dispatchEvent(new Event('online')))
  await expect(amara).toHaveURL(/\/worried\/[0-9a-f-]{36}/)
  expect((await raisedBy())[0]!.username).toBe('amara')
})

test('what one person was writing is not sent, not shown and not lost when another signs in beside it', async ({ person, belay, expected }) => {
  expected(/ERR_FAILED|status of 4/)
  const entries = async () => (await belay.sql<{ count: number }>(`SELECT count(*)::int AS count FROM "JournalEntry"`))[0]!.count
  const before = await entries()
  const amara = await person('amara')
  // Before the page is there: what is to outlive a page goes ways that were laid when it came.
  await amara.route('**/saves', (route) => route.abort())
  await amara.goto('/journal/new')
  const at = amara.url()
  await amara.getByRole('textbox', { name: 'What is on your mind?' }).fill('This is mine alone.')
  await expect(amara.getByText('Kept on this phone.')).toBeVisible()
  const handingIn = await amara.context().newPage()
  await handingIn.goto('/learn/portfolio/work')
  await handingIn.getByLabel('What is it, and what does it show?').fill('A plan of the two of us.')
  await handingIn.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first().check()
  await expect(handingIn.getByText('Not sent yet. Kept on this device.')).toBeVisible()

  await signsInBeside(amara, 'jay')
  await handingIn.getByRole('button', { name: 'Look at it before it goes' }).click()
  await expect(handingIn.getByRole('heading', { level: 1 })).toHaveText('You are signed in here as Jay')
  await expectAccessible(handingIn)
  // The journal hears that its session is over, reads itself again, and is Jay's by then.
  await expect(amara.getByRole('link', { name: 'Jay: your account' })).toBeVisible()
  await expect(amara.getByText('This is mine alone.')).toHaveCount(0)
  expect(await entries()).toBe(before)

  await amara.close()
  await signsInBeside(handingIn, 'amara')
  await handingIn.goto('/learn/portfolio/work')
  await expect(handingIn.getByLabel('What is it, and what does it show?')).toHaveValue('A plan of the two of us.')
  const again = await handingIn.context().newPage()
  await again.goto(at)
  await expect(again.getByText('This is mine alone.')).toBeVisible()
  await expect.poll(entries).toBe(before + 1)
  expect((await belay.sql<{ username: string }>(`SELECT n.username FROM "JournalEntry" e JOIN "SignInName" n ON n."personId" = e."personId" ORDER BY e.id DESC LIMIT 1`))[0]!.username).toBe('amara')
})
