import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { demoPassword } from '../../modules/identity/demo-people.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

test.use({ isFresh: true })

const what = 'She said it would be easier if she was not here.'

test('a mentor hands on a worry; the adults see it at once, and the mentor sees who has it and who looks after it', async ({ person, belay }) => {
  test.setTimeout(150_000)
  const [marcus, fatima] = [await person('marcus', { at: '/concerns' }), await person('fatima', { at: '/concerns' })]
  await expect(marcus.getByRole('heading', { level: 1 })).toContainText('waiting')
  const amara = await person('amara', { at: '/worried' })
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Is anyone in danger right now?')
  await expect(amara.getByRole('link', { name: 'Yes: call 999' })).toHaveAttribute('href', 'tel:999')
  await expect(amara.getByText('Marcus', { exact: true })).toBeVisible()
  await expectAccessible(amara)

  await amara.getByRole('link', { name: 'No, but I’m worried' }).click()
  await amara.getByLabel('Who are you worried about?').fill('Ruby in Year 8')
  await amara.getByLabel('What happened, or what did you notice?').fill(what)
  await amara.getByLabel('I’m not sure').check()
  await expect(amara.getByText('No adult has it yet').last()).toBeVisible()
  await expectAccessible(amara)
  await amara.getByRole('button', { name: 'Hand it on' }).click()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
  await expectAccessible(amara)
  const concernId = new URL(amara.url()).pathname.split('/').at(-1)!

  const row = marcus.getByRole('listitem').filter({ hasText: 'A concern from Amara' }).filter({ hasText: 'nobody has it yet' })
  await expect(row).toBeVisible()
  await expectAccessible(marcus)
  await row.getByRole('button', { name: 'I have it' }).click()
  await expect(marcus.getByText(what)).toBeVisible()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Marcus has it')
  await expectAccessible(marcus)

  await fatima.goto(`/concerns/${concernId}`)
  await fatima.getByLabel('What happens first?').fill('I see her after lunch with her form tutor.')
  await fatima.getByRole('button', { name: 'I am looking after it' }).click()
  await expect(fatima.getByRole('heading', { level: 1 })).toHaveText('Fatima is looking after it')
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Fatima is looking after it')
  await expectAccessible(fatima)

  // Taken on: it is no longer Marcus's to read, and the page he had open says so.
  await expect(marcus).toHaveURL(/\/concerns$/)
  await expect(marcus.getByText(what)).toBeHidden()

  await expect.poll(async () => (await readdir(belay.outbox).catch(() => [])).length).toBeGreaterThan(0)
  for (const file of await readdir(belay.outbox)) expect(await readFile(join(belay.outbox, file), 'utf8')).not.toMatch(/Ruby|Amara|easier/)
})

test('without a signal it is kept on the device, says that no adult has it, and goes by itself; what is written on after a lost answer is not taken for what arrived', async ({ person, belay, expected }) => {
  expected(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::/)
  const raised = async () => (await belay.sql(`SELECT id FROM "Concern"`)).length
  const before = await raised()
  const amara = await person('amara', { at: '/worried/about?danger=no' })
  await amara.getByLabel('Who are you worried about?').fill('Kestrel')
  await amara.getByLabel('What happened, or what did you notice?').fill(what)
  await amara.getByLabel('Not now', { exact: true }).check()
  await expect(amara.getByText('Kept on this device. No adult has it yet.')).toBeVisible()
  await amara.context().setOffline(true)
  await amara.getByRole('button', { name: 'Hand it on' }).click()
  await expect(amara.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  await amara.route('**/worried/about', async (route) => { await route.fetch(); await route.abort() })
  await amara.context().setOffline(false)
  await expect.poll(raised).toBe(before + 1)
  await expect(amara.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  await amara.getByLabel('What happened, or what did you notice?').fill(`${what} She has a plan.`)
  await amara.unroute('**/worried/about')
  await amara.evaluate(() => dispatchEvent(new Event('online')))
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
  expect(await raised()).toBe(before + 2)
})

test('a worry that comes up where there is no signal is written on the page that is kept, and goes by itself; signed out there is nothing to write in', async ({ person, expected }) => {
  expected(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::/)
  const amara = await person('amara', { at: '/journal' })
  const isKept = () => amara.waitForFunction(async () => { await navigator.serviceWorker.ready; return Boolean(await caches.match('/worried/help')) })
  await isKept()
  await amara.context().setOffline(true)
  await amara.getByRole('link', { name: /I’m worried/ }).first().click()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Is anyone in danger right now?')
  await amara.getByRole('button', { name: 'Yes, I am Amara' }).click()
  await amara.getByLabel('Who are you worried about?').fill('Kestrel')
  await amara.getByLabel('What happened, or what did you notice?').fill(what)
  await expect(amara.getByText('Kept on this device. No adult has it yet.')).toBeVisible()
  await amara.getByLabel('Not now', { exact: true }).check()
  await amara.getByRole('button', { name: 'Hand it on' }).click()
  await expect(amara.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  await expectAccessible(amara)
  // Who opens the page again reads nothing of it there, not even in her name: only that it waits.
  await amara.reload()
  await amara.getByRole('button', { name: 'Yes, I am Amara' }).click()
  await expect(amara.getByText('still waiting here')).toBeVisible()
  await expect(amara.getByLabel('What happened, or what did you notice?')).toHaveValue('')
  // The battery had been flat: the device believed that it was 1970 when it kept it.
  await amara.evaluate(() => new Promise<void>((resolve) => {
    const open = indexedDB.open('belay-drafts')
    open.onsuccess = () => {
      const transaction = open.result.transaction('drafts', 'readwrite')
      const drafts = transaction.objectStore('drafts')
      const all = drafts.getAll()
      all.onsuccess = () => { for (const draft of all.result as object[]) drafts.put({ ...draft, keptAt: 0 }) }
      transaction.oncomplete = () => { open.result.close(); resolve() }
    }
  }))
  await amara.context().setOffline(false)
  await amara.goto('/journal')
  const onDevice = () => amara.evaluate(() => new Promise<number>((resolve) => {
    const open = indexedDB.open('belay-drafts')
    open.onsuccess = () => { const count = open.result.transaction('drafts').objectStore('drafts').count(); count.onsuccess = () => { open.result.close(); resolve(count.result) } }
  }))
  await expect.poll(onDevice, { timeout: 20_000 }).toBe(0)
  await amara.goto('/worried')
  await expect(amara.getByRole('list').filter({ hasText: 'Handed on' })).toBeVisible()
  await amara.goto('/account')
  await amara.getByRole('button', { name: 'Sign out' }).click()
  await expect(amara).toHaveURL(/\/sign-in/)
  await expect.poll(() => amara.evaluate(() => localStorage.getItem('belay:here'))).toBeNull()
  await amara.context().setOffline(true)
  await amara.goto('/worried')
  await expect(amara.getByRole('link', { name: 'Yes: call 999' })).toBeVisible()
  await expect(amara.getByLabel('Who are you worried about?')).toHaveCount(0)
})

test('two people, one device, no signal: it asks whose words they are before the first of them, and nobody finds or sends another’s', async ({ person, belay, expected }) => {
  expected(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::|status of 4(12|00)/)
  const raised = () => belay.sql<{ username: string }>(`SELECT n.username FROM "Concern" c JOIN "SignInName" n ON n."personId" = c."raisedById" ORDER BY c.id DESC`)
  const before = (await raised()).length
  const tablet = await person('amara', { at: '/journal' })
  const [who, words] = [tablet.getByLabel('Who are you worried about?'), tablet.getByLabel('What happened, or what did you notice?')]
  await tablet.waitForFunction(async () => { await navigator.serviceWorker.ready; return Boolean(await caches.match('/worried/help')) })
  await tablet.context().setOffline(true)
  await tablet.goto('/worried')
  await expect(tablet.getByText('Amara is signed in on this device.')).toBeVisible()
  await tablet.getByRole('button', { name: 'No', exact: true }).click()
  await expect(tablet.getByText('Then please do not write it here.')).toBeVisible()
  await expect(who).toHaveCount(0)
  await expectAccessible(tablet)

  // It is Amara after all. The tab dies half-way: on that page it comes back to whoever says that it is her, and otherwise in her own form.
  await tablet.getByRole('button', { name: 'Yes, I am Amara' }).click()
  await who.fill('Wren')
  await words.fill('Half of what Amara')
  await expect(tablet.getByText('Kept on this device. No adult has it yet.')).toBeVisible()
  await tablet.reload()
  await expect(tablet.getByText('Amara is signed in on this device.')).toBeVisible()
  await expect(words).toHaveCount(0)
  await tablet.getByRole('button', { name: 'Yes, I am Amara' }).click()
  await expect(words).toHaveValue('Half of what Amara')
  await tablet.context().setOffline(false)
  await tablet.reload()
  await tablet.getByRole('link', { name: 'Go on with it' }).click()
  await expect(words).toHaveValue('Half of what Amara')

  // Handed on with nothing but spaces, and the page left: the server asks, and Amara is told on whatever page she is.
  await words.fill('  ')
  await tablet.getByLabel('I’m not sure').check()
  await tablet.context().setOffline(true)
  await tablet.getByRole('button', { name: 'Hand it on' }).click()
  await expect(tablet.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()
  await tablet.goto('/worried')
  await tablet.context().setOffline(false)
  await tablet.goto('/journal')
  await expect(tablet.getByText('Something you handed on has not gone.')).toBeVisible()
  await expectAccessible(tablet)
  await tablet.getByRole('link', { name: 'Open it' }).click()
  await expect(who).toHaveValue('Wren')
  await words.fill('Half of what Amara saw')
  await expect(tablet.getByText('Kept on this device. No adult has it yet.')).toBeVisible()

  const signsIn = (username: string) => tablet.request.post('/sign-in', { form: { username, password: demoPassword, next: '/' }, headers: { Origin: belay.url }, maxRedirects: 0 })
  await signsIn('jay')
  await tablet.goto('/worried/about?danger=no')
  await expect(tablet.getByRole('link', { name: 'Jay: your account' })).toBeVisible()
  await expect(words).toHaveValue('')
  await tablet.context().setOffline(true)
  await tablet.goto('/worried')
  await tablet.getByRole('button', { name: 'Yes, I am Jay' }).click()
  await expect(words).toHaveValue('')
  await who.fill('Robin')
  await words.fill('What Jay saw.')
  await tablet.getByLabel('I’m not sure').check()
  await tablet.getByRole('button', { name: 'Hand it on' }).click()
  await expect(tablet.getByText('No signal. Kept on this device: no adult has it yet.')).toBeVisible()

  // The signal is back, and Amara is signed in by then; then nobody is.
  await signsIn('amara')
  await tablet.context().setOffline(false)
  await expect(tablet.getByText('Not sent: somebody else has signed in on this device.')).toBeVisible()
  expect(await raised()).toHaveLength(before)
  await tablet.context().clearCookies({ name: 'belay' })
  await tablet.evaluate(() => dispatchEvent(new Event('online')))
  await expect(tablet).toHaveURL(/\/sign-in/)
  await tablet.getByLabel('Username').fill('jay')
  await tablet.getByLabel('Password', { exact: true }).fill(demoPassword)
  await tablet.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(tablet.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
  expect((await raised()).map(({ username }) => username).slice(0, -before || undefined)).toEqual(['jay'])
})

test('what was written is still there after the page is closed', async ({ person }) => {
  const amara = await person('amara', { at: '/worried/about?danger=no' })
  await amara.getByLabel('Who are you worried about?').fill('Kestrel')
  await amara.getByLabel('What happened, or what did you notice?').fill(what)
  await expect(amara.getByText('Kept on this device. No adult has it yet.')).toBeVisible()
  await amara.goto('/')
  await amara.goto('/worried/about?danger=no')
  await expect(amara.getByLabel('What happened, or what did you notice?')).toHaveValue(what)
})

test('whom to call is there without a signal and without a sign-in', async ({ page, context, expected }) => {
  expected(/ERR_INTERNET_DISCONNECTED|Failed to fetch|net::/)
  await page.goto('/worried')
  await expect(page.getByRole('link', { name: /Childline/ })).toHaveAttribute('href', 'tel:08001111')
  await expectAccessible(page)
  await page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    return Boolean(await caches.match('/worried/help'))
  })
  await context.setOffline(true)
  await page.goto('/worried')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is anyone in danger right now?')
  await expect(page.getByRole('link', { name: 'Yes: call 999' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Samaritans/ })).toBeVisible()
  await page.goto('/join')
  await expect(page.getByText('You are not connected just now.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', '/join')
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('a worry is handed on, received and taken on', async ({ person, expected }) => {
    expected(/status of 400/)
    const amara = await person('amara', { at: '/worried', javaScriptEnabled: false })
    await amara.getByRole('link', { name: 'No, but I’m worried' }).click()
    await amara.getByLabel('Who are you worried about?').fill('Ruby')
    // Only spaces pass the browser's own check: the server asks, and everything that was typed is still there.
    await amara.getByLabel('What happened, or what did you notice?').fill('  ')
    await amara.getByLabel('Soon, maybe today or tomorrow').check()
    await amara.getByRole('button', { name: 'Hand it on' }).click()
    await expect(amara.getByRole('alert')).toBeVisible()
    await expect(amara.getByLabel('Who are you worried about?')).toHaveValue('Ruby')
    await expect(amara.getByLabel('Soon, maybe today or tomorrow')).toBeChecked()
    await amara.getByLabel('What happened, or what did you notice?').fill(what)
    await amara.getByRole('button', { name: 'Hand it on' }).click()
    await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
    const concernId = new URL(amara.url()).pathname.split('/').at(-1)!

    const marcus = await person('marcus', { at: `/concerns/${concernId}`, javaScriptEnabled: false })
    await marcus.getByRole('button', { name: 'I have it' }).click()
    await expect(marcus.getByRole('heading', { level: 1 })).toHaveText('Marcus has it')
    const tom = await person('tom', { at: `/concerns/${concernId}`, javaScriptEnabled: false })
    await tom.getByLabel('What happens first?').fill('I ring home now.')
    await tom.getByRole('button', { name: 'I am looking after it' }).click()
    await expect(tom.getByRole('heading', { level: 1 })).toHaveText('Tom is looking after it')
    await amara.reload()
    await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Tom is looking after it')
  })
})

test('nobody answers: it climbs while the pages are open', async ({ person, belay }) => {
  test.setTimeout(150_000)
  const amara = await person('amara', { at: '/worried/about?danger=no' })
  await amara.getByLabel('Who are you worried about?').fill('Ruby')
  await amara.getByLabel('What happened, or what did you notice?').fill(what)
  await amara.getByLabel('Right now').check()
  await expect(amara.getByRole('link', { name: 'Call 999', exact: true })).toBeVisible()
  await amara.getByRole('button', { name: 'Hand it on' }).click()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
  const concernId = new URL(amara.url()).pathname.split('/').at(-1)!
  await belay.moveClock('11 minutes')
  // The sweep comes once a minute; the job at the exact moment follows the queue's own clock, which the test does not move.
  await expect.poll(async () => (await belay.sql<{ rung: string }>('SELECT rung::text FROM "ConcernClimb" WHERE "concernId" = $1 ORDER BY at, rung', [concernId])).map((row) => row.rung), { timeout: 90_000, intervals: [2000] }).toEqual(['deputies', 'head'])
})
