import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { demoPassword } from '../../modules/identity/demo-people.ts'
import { startBelay, type Belay } from './belay.ts'

export { expect } from '@playwright/test'

type Person = (username: string, options?: BrowserContextOptions & { at?: string }) => Promise<Page>
type Fixtures = {
  /** `test.use({ isFresh: true })`: a server and database for every test, not for every file. */
  isFresh: boolean
  belay: Belay
  /** Opens a browser of their own for somebody, signed in. */
  person: Person
  /** Says that a complaint in the browser's console is meant to happen: `expected(/404/)`. */
  expected: (pattern: RegExp) => void
  watch: (context: BrowserContext) => void
}

export const test = base.extend<Fixtures, { ofFile: (file: string) => Promise<Belay> }>({
  isFresh: [false, { option: true }],

  ofFile: [async ({ browserName: _ }, use) => {
    let current: { file: string; belay: Belay } | undefined
    await use(async (file) => {
      if (current?.file !== file) {
        await current?.belay.end()
        current = { file, belay: await startBelay() }
      }
      return current.belay
    })
    await current?.belay.end()
  }, { scope: 'worker', timeout: 60_000 }],

  belay: async ({ isFresh, ofFile }, use, { file }) => {
    const belay = isFresh ? await startBelay() : await ofFile(file)
    await use(belay)
    if (isFresh) await belay.end()
  },

  baseURL: async ({ belay }, use) => use(belay.url),

  expected: async ({ watch: _ }, use) => use((pattern) => allowed.push(pattern)),

  // Whatever a browser of this test complains of, or asks of another machine, fails the test. All but two things: the framework writes down
  // that a page's answer was on its way when somebody had already gone on to another; and Chromium, that it could not ask for a newer service
  // worker, when a test has cut the signal or ended the server. One that is wrong or missing is said in other words.
  watch: async ({ belay: _ }, use) => {
    const complaints: string[] = []
    allowed = []
    await use((context) => {
      context.on('console', (message) => { if (message.type() === 'error' && !harmless.test(message.text())) complaints.push(`${message.text()} (${message.location().url})`) })
      context.on('weberror', (error) => complaints.push(error.error().stack ?? error.error().message))
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url())
        if (/^(https?|wss?):$/.test(protocol) && hostname !== 'localhost') complaints.push(`asked another machine: ${request.url()}`)
      })
    })
    expect(complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint))), 'the browser complained').toEqual([])
  },

  context: async ({ context, watch }, use) => {
    watch(context)
    await use(context)
  },

  person: async ({ browser, belay, contextOptions, viewport, isMobile, hasTouch, deviceScaleFactor, baseURL, watch }, use) => {
    const opened: BrowserContext[] = []
    await use(async (username, { at, ...options } = {}) => {
      const context = await browser.newContext({ ...contextOptions, viewport, isMobile, hasTouch, deviceScaleFactor, baseURL, ...options })
      watch(context)
      opened.push(context)
      const page = await context.newPage()
      await arrive(page, options.baseURL ?? belay.url, username, at)
      return page
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

let allowed: RegExp[] = []
const harmless = /^AbortError: signal is aborted without reason|^An unknown error occurred when fetching the script/

/**
 * Somebody who has signed in opens a page. What the form would send is sent without drawing it, for the hundreds of times when signing in is not
 * what a test is about; the page itself has tests of its own.
 */
async function arrive(page: Page, origin: string, username: string, at = '/') {
  const answer = await page.request.post('/sign-in', { form: { username, password: demoPassword, next: at }, headers: { Origin: origin }, maxRedirects: 0 })
  expect(answer.status(), `${username} signs in`).toBe(302)
  await page.goto(at)
}

/** Signs in through the form, as a person does. `at`: the page they were going to. */
export async function signIn(page: Page, username: string, at = '/') {
  await page.goto(`/sign-in?next=${encodeURIComponent(at)}`)
  await page.getByLabel('Username').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules that look at colours: all that a theme can change, for a page's elements are the same in both. */
const colours = ['color-contrast', 'link-in-text-block']

/** axe finds nothing on this page as it stands, in the light theme and in the dark one. */
export async function expectAccessible(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page })
    const { violations } = await (colorScheme === 'light' ? axe.withTags(everything) : axe.withRules(colours)).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join('; ')}`), `axe, ${colorScheme}, ${page.url()}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
