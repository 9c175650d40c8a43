import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { Belay } from './belay.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'belay-photos-'))
const at = (name: string) => join(folder, name)
test.beforeAll(async () => {
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#bb8844' } }).withExif({ IFD0: { Model: 'Fairphone 4' } }).jpeg().toBuffer()
  // A decoder stops at the end of the picture: what follows only makes it heavy, as a phone's own additions do.
  const heavy = (bytes: number) => Buffer.concat([photo, Buffer.alloc(bytes - photo.length)])
  writeFileSync(at('thirty.jpg'), heavy(30_000_000))
  writeFileSync(at('too-heavy.jpg'), heavy(34_000_000))
  writeFileSync(at('lie.jpg'), '<html><script>alert(1)</script></html>')
})
test.afterAll(() => rmSync(folder, { recursive: true }))

const words = 'The plan we drew together, with the first small step.'
const wroteIn = (page: Page) => page.getByLabel('What is it, and what does it show?')
const fileOf = (page: Page) => page.getByLabel('A photo, a recording or a file', { exact: true })
const look = (page: Page) => page.getByRole('button', { name: 'Look at it before it goes' }).click()
const handIn = async (page: Page) => {
  for (const tick of ['No face that somebody could know', 'No names', 'No place that somebody could find', /^This is my own work/]) await page.getByRole('checkbox', { name: tick }).check()
  await page.getByRole('button', { name: 'Hand it in' }).click()
}

/** Takes somebody's registrations away, and gives them back for the tests after. */
async function withdrawn(belay: Belay, username: string) {
  const theirs = `"personId" = (SELECT "personId" FROM "SignInName" WHERE username = '${username}')`
  await belay.sql(`UPDATE "Registration" SET "withdrawnAt" = app.now(), "withdrawnById" = (SELECT "personId" FROM "SignInName" WHERE username = 'grace') WHERE ${theirs}`)
  return { restore: () => belay.sql(`UPDATE "Registration" SET "withdrawnAt" = NULL, "withdrawnById" = NULL WHERE ${theirs}`) }
}

test('a photo of work that is no photo is refused, one of 30 MB is made small, looked at and handed in; the assessor sees it and the coordinator does not', async ({ person, expected }) => {
  expected(/status of 400 .*\/learn\/portfolio\/work/)
  const amara = await person('amara', { at: '/learn/portfolio/new' })
  await amara.getByRole('link', { name: 'A photo, a recording or a file' }).click()
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('A photo, a recording or a file of your work')
  await expectAccessible(amara)
  await wroteIn(amara).fill(`${words} Marcus has it.`)
  await amara.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first().check()
  await fileOf(amara).setInputFiles(at('lie.jpg'))
  await look(amara)
  await expect(amara.getByRole('alert')).toContainText('says it is a photo (JPEG), and inside it is plain text')
  await expect(wroteIn(amara)).toHaveValue(`${words} Marcus has it.`)

  await fileOf(amara).setInputFiles(at('thirty.jpg'))
  await look(amara)
  await expect(amara.getByRole('img', { name: 'Your photo, as an assessor will see it' })).toBeVisible({ timeout: 20_000 })
  await expect(amara.getByRole('status').filter({ hasText: 'Look at these words' })).toBeVisible()
  await expectAccessible(amara)
  await wroteIn(amara).fill(words)
  await handIn(amara)
  // The words are others now: they are looked through once more, and what was ticked stays ticked.
  await expect(amara.getByRole('status').filter({ hasText: 'found none' })).toBeVisible()
  await handIn(amara)
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Your portfolio')

  const noor = await person('noor', { at: '/assessment' })
  await noor.getByRole('link', { name: /Amara/ }).click()
  await expect(noor.getByText(words).first()).toBeVisible()
  const address = (await noor.getByRole('img', { name: /Photo from Amara/ }).first().getAttribute('src'))!
  const answer = await noor.request.get(address)
  expect(answer.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': expect.stringContaining('nosniff'), 'cache-control': 'no-store', 'content-disposition': expect.stringMatching(/^inline; filename="evidence-\w+\.jpg"$/) })
  expect(answer.headers()['content-security-policy']).toContain('sandbox')
  expect((await sharp(await answer.body()).metadata()).exif).toBeUndefined()
  expect((await (await person('grace')).request.get(address)).status()).toBe(404)
})

test('without script a photo that is too heavy comes back with every word, and a smaller one is handed in', async ({ person, expected }) => {
  expected(/status of 400 .*\/learn\/portfolio\/work/)
  const jay = await person('jay', { at: '/learn/portfolio/work', javaScriptEnabled: false })
  await wroteIn(jay).fill(words)
  await jay.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first().check()
  await fileOf(jay).setInputFiles(at('too-heavy.jpg'))
  await look(jay)
  await expect(jay.getByRole('alert')).toContainText('That is too big', { timeout: 20_000 })
  await expect(wroteIn(jay)).toHaveValue(words)
  await expect(jay.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first()).toBeChecked()
  await fileOf(jay).setInputFiles(join(import.meta.dirname, '../../docs/pictures/today-mentor.png'))
  await look(jay)
  await expect(jay.getByRole('img', { name: 'Your photo, as an assessor will see it' })).toBeVisible()
  await handIn(jay)
  await expect(jay.getByRole('heading', { level: 1 })).toHaveText('Your portfolio')
})

test('somebody says it instead: asked for the microphone, recorded, listened to, written down and handed in; the assessor hears it and reads it', async ({ person }) => {
  const priya = await person('priya', { at: '/learn/portfolio/work' })
  const record = priya.getByRole('button', { name: 'Record something' })
  await record.click()
  await expect(priya.getByRole('alert')).toContainText('Belay may not use the microphone here')
  await priya.context().grantPermissions(['microphone'])
  await record.click()
  await expect(priya.getByRole('timer')).toContainText(/^0:\d[1-9], 9:\d\d left/)
  await priya.getByRole('button', { name: 'Stop' }).click()
  await expect(priya.getByRole('status').filter({ hasText: 'Recorded' })).toContainText('Listen to it')
  await expectAccessible(priya)
  const asked: string[] = []
  priya.once('dialog', async (dialog) => {
    asked.push(dialog.message())
    await dialog.dismiss()
  })
  await priya.getByRole('link', { name: 'Your portfolio' }).click()
  await expect.poll(() => asked).toEqual([expect.stringContaining('only on this page so far')])
  const describe = async () => {
    await wroteIn(priya).fill('Me, saying how we begin a first meeting.')
    await priya.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first().check()
  }
  await describe()
  await look(priya)
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Listen to it before you hand it in', { timeout: 20_000 })
  // A phone lets go of a page that was left for another: the recording is still there.
  await priya.goto('/learn/portfolio/work')
  await priya.getByRole('link', { name: 'Go on with it' }).click()
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Listen to it before you hand it in')
  await describe()
  const transcript = 'Welcome. Here is what we do, and what stays between us.'
  await priya.getByLabel('What is said in it').fill(transcript)
  await priya.getByRole('button', { name: 'Look through what you wrote' }).click()
  await expect(priya.getByRole('status').filter({ hasText: 'We looked for names' })).toBeVisible()
  for (const tick of ['No voice but mine', 'No names', 'No place that somebody could find', /^This is my own work/]) await priya.getByRole('checkbox', { name: tick }).check()
  await priya.getByRole('button', { name: 'Hand it in' }).click()
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Your portfolio')

  const noor = await person('noor', { at: '/assessment' })
  await noor.getByRole('link', { name: /Priya/ }).click()
  await expect(noor.getByText(transcript).first()).toBeVisible()
  const heard = noor.getByLabel(/Recording from Priya/).first()
  const length = await heard.evaluate(async (audio: HTMLAudioElement) => {
    const loaded = new Promise((resolve, reject) => { audio.onloadedmetadata = resolve; audio.onerror = () => reject(new Error(audio.error!.message)) })
    audio.preload = 'metadata'
    audio.load()
    await loaded
    return audio.duration
  })
  expect(length, 'a browser’s own recording says no length; what is kept of it does').toBeGreaterThan(1)
  expect(length).toBeLessThan(600)
  const part = await noor.request.get((await heard.getAttribute('src'))!, { headers: { Range: 'bytes=0-1' } })
  expect([part.status(), part.headers()['content-length'], part.headers()['content-type'], part.headers()['cache-control']]).toEqual([206, '2', 'audio/webm', 'no-store'])
})

test('a recording that is lost on its way stays in the page with every word, and is sent again', async ({ person, expected }) => {
  expected(/ERR_FAILED/)
  const amara = await person('amara', { at: '/learn/portfolio/work' })
  const loseWhatIsSent = () => amara.route('**/learn/portfolio/work*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await amara.context().grantPermissions(['microphone'])
  await amara.getByRole('button', { name: 'Record something' }).click()
  await expect(amara.getByRole('timer')).toContainText(/^0:0[1-9]/)
  await amara.getByRole('button', { name: 'Stop' }).click()
  await wroteIn(amara).fill(words)
  await amara.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first().check()
  await loseWhatIsSent()
  await look(amara)
  await expect(amara.getByRole('alert')).toContainText('It did not arrive')
  await expect(amara.getByRole('status').filter({ hasText: 'Recorded' })).toContainText('Listen to it')
  await expect(wroteIn(amara)).toHaveValue(words)
  await expectAccessible(amara)
  await amara.unroute('**/learn/portfolio/work*')
  await look(amara)
  await expect(amara.getByRole('heading', { level: 1 })).toHaveText('Listen to it before you hand it in', { timeout: 20_000 })
  await expect(amara.getByRole('alert')).toHaveCount(0)

  const said = 'Welcome. We begin with what stays between us.'
  await amara.getByLabel('What is said in it').fill(said)
  await loseWhatIsSent()
  await amara.getByRole('button', { name: 'Look through what you wrote' }).click()
  await expect(amara.getByRole('alert')).toContainText('It did not arrive')
  await expect(amara.getByLabel('What is said in it')).toHaveValue(said)
  await amara.unroute('**/learn/portfolio/work*')
  await amara.getByRole('button', { name: 'Look through what you wrote' }).click()
  await expect(amara.getByRole('status').filter({ hasText: 'We looked for names' })).toBeVisible()
  await expect(amara.getByLabel('What is said in it')).toHaveValue(said)
})

test('somebody who is withdrawn while they write is told so on the page, with their words', async ({ person, belay, expected }) => {
  expected(/status of 409/)
  const jay = await person('jay', { at: '/learn/portfolio/work' })
  await wroteIn(jay).fill(words)
  await jay.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first().check()
  await fileOf(jay).setInputFiles(join(import.meta.dirname, '../../docs/pictures/today-mentor.png'))
  const { restore } = await withdrawn(belay, 'jay')
  await look(jay)
  await expect(jay.getByRole('alert')).toContainText('You are not registered on this any more')
  await expect(wroteIn(jay)).toHaveValue(words)
  await expect(jay.getByRole('group', { name: 'What it shows' }).getByRole('checkbox').first()).toBeChecked()
  await restore()
})

test('a whole course on one page, opened to a unit and to a learner', async ({ person }) => {
  const noor = await person('noor', { at: '/assessment' })
  await noor.getByRole('region', { name: 'A whole course at once' }).getByRole('link').first().click()
  await expect(noor.getByRole('heading', { level: 1 })).toHaveText('What they have shown')
  await expect(noor.getByRole('row', { name: /Kofi/ }).getByRole('cell', { name: 'All met' })).toHaveCount(6)
  expect(await noor.evaluate(() => document.documentElement.scrollWidth), 'the table scrolls, and not the page').toBe(360)
  await expectAccessible(noor)
  await noor.getByRole('link', { name: /^EX5/ }).click()
  await expect(noor.getByRole('heading', { level: 1 })).toHaveText('EX5: Skills shown in practice')
  await noor.getByRole('row', { name: /Jay/ }).getByRole('link').click()
  await expect(noor.getByRole('heading', { level: 1 })).toHaveText('Jay')
  // What waits is open, what does not is folded; printed it is all there.
  await expect(noor.getByText('Help somebody turn a wish into a small step, and look back on it with them.', { exact: true })).toBeVisible()
  await expect(noor.getByText('Use what others told you about how you mentor.')).toBeHidden()
  await noor.emulateMedia({ media: 'print' })
  await expect(noor.getByText('Use what others told you about how you mentor.')).toBeVisible()
})
