import type { Page } from '@playwright/test'
import type { Belay } from './belay.ts'
import { expect, expectAccessible, test } from './fixtures.ts'

const laptop = { viewport: { width: 1280, height: 720 }, isMobile: false, hasTouch: false }
const nextSitting = async (belay: Belay): Promise<string> => {
  const [row] = await belay.sql<{ path: string }>(`SELECT '/cohorts/' || s."cohortId" || '/sessions/' || s.id || '/teaching' AS path FROM "CohortSession" s JOIN "Cohort" c ON c.id = s."cohortId" WHERE c.name = 'Mentor course, autumn' AND s.number = 4`)
  return row!.path
}
const title = (page: Page, words: string) => expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible()
const comeIn = async (page: Page) => { await page.getByRole('button', { name: 'Come in' }).click(); await expect(page.getByRole('button', { name: 'I’m stuck' })).toBeVisible() }
const choose = async (page: Page, option: number) => { await page.getByRole('radio').nth(option).check(); await page.getByRole('button', { name: 'Send it' }).click() }

test.describe('a session in the room', () => {
  test.use({ isFresh: true })

  test('a trainer teaches with three phones and a screen; one is offline, one stuck; a co-trainer takes over', async ({ person, belay, expected }) => {
    test.setTimeout(240_000)
    expected(/ERR_INTERNET_DISCONNECTED/)
    const path = await nextSitting(belay)
    const sam = await person('sam', { ...laptop, at: path.replace(/\/sessions.*/, '') })
    await sam.getByRole('link', { name: 'Teach it' }).click()
    // By keyboard alone: what moves the room is buttons.
    await sam.getByRole('button', { name: 'Open the session' }).press('Enter')
    await expect(sam.getByRole('heading', { name: 'How it goes' })).toBeVisible()

    const amara = await person('amara', { at: '/' })
    await amara.getByRole('link', { name: /on now/ }).click()
    await comeIn(amara)
    const jay = await person('jay', { at: '/learn/now' })
    await comeIn(jay)
    await sam.getByRole('button', { name: 'Next step' }).press('Enter')
    await expect(sam.getByText('step 2 of 8').first()).toBeVisible()
    await sam.getByRole('button', { name: 'Next step' }).press('Enter')
    for (const phone of [amara, jay]) await title(phone, 'Puffin stops building')
    // Whoever comes late is where the room is.
    const priya = await person('priya', { at: '/learn/now' })
    await title(priya, 'Puffin stops building')
    await comeIn(priya)
    await expectAccessible(amara)

    const screen = await person('sam', { ...laptop, at: `${path}/screen` })
    await choose(amara, 2)
    await expect(amara.getByText('Sent. It goes on the screen').first()).toBeVisible()
    await jay.context().setOffline(true)
    await choose(jay, 2)
    await expect(jay.getByText('No signal. Kept on this device').first()).toBeVisible()
    await choose(priya, 0)
    await expect(sam.getByRole('listitem').filter({ hasText: 'Priya' })).toContainText('answered')
    await expect(screen.getByText('0 of 0').first()).toBeVisible()
    await jay.context().setOffline(false)
    await expect(screen.getByText('2 of 3')).toBeVisible()
    await expect(screen.locator('body')).not.toContainText(/Amara|Jay|Priya/)
    await expectAccessible(screen)

    await amara.getByRole('button', { name: 'I’m stuck' }).click()
    await expect(sam.getByRole('button', { name: 'I’m going to Amara' })).toBeVisible()
    await expectAccessible(sam)
    await expect(jay.locator('body')).not.toContainText('Amara')
    await sam.getByRole('button', { name: 'I’m going to Amara' }).click()
    await expect(amara.getByText('Sam is coming to you.')).toBeVisible()

    const tess = await person('tess', { ...laptop, at: path })
    await sam.context().close()
    await tess.getByRole('button', { name: 'Lead from here' }).click()
    await tess.getByRole('button', { name: 'Next step' }).click()
    await title(priya, 'Two sentences at the door')
    // A press from a page that does not know of the last step yet is refused: two may press at once.
    await expect(tess.getByText('step 4 of 8').first()).toBeVisible()
    await tess.getByRole('button', { name: 'Back a step' }).click()
    await title(priya, 'Puffin stops building')
    await expect(priya.getByText('You answered:')).toBeVisible()
    await tess.getByText('The whole run-sheet').click()
    await tess.getByRole('button', { name: 'End the session now' }).click()
    await title(priya, 'No session is on just now')
    await expect(screen.getByRole('heading', { name: 'That was it for today' })).toBeVisible()
  })

  test('without script, without a signal: a phone follows all the same, no page is lost, and no answer', async ({ person, belay, expected }) => {
    test.setTimeout(240_000)
    expected(/ERR_INTERNET_DISCONNECTED/)
    const path = await nextSitting(belay)
    const sam = await person('sam', { ...laptop, at: path, javaScriptEnabled: false })
    await sam.getByRole('button', { name: 'Open the session' }).click()
    const [amara, jay, sofia] = [await person('amara', { at: '/learn/now' }), await person('jay', { at: '/learn/now' }), await person('sofia', { at: '/learn/now', javaScriptEnabled: false })]
    await comeIn(amara)
    await comeIn(jay)
    await sofia.getByRole('button', { name: 'Come in' }).click()
    await title(sofia, 'The weather today')

    // Jay's phone dies with an answer on it. Amara is in the middle of a word when the room goes on.
    await jay.context().setOffline(true)
    await jay.getByRole('textbox').fill('Grey, with a gap in it')
    await jay.getByRole('button', { name: 'Send it' }).click()
    await expect(jay.getByText('No signal. Kept on this device').first()).toBeVisible()
    await jay.close()
    await amara.getByRole('textbox').fill('Wind from beh')
    await sam.getByRole('button', { name: 'Next step' }).click()
    await title(amara, 'What’s for breakfast?')
    await expect(amara.getByText('Wind from beh')).toBeVisible()
    await amara.getByRole('button', { name: 'Send it after all' }).click()
    await expect(amara.getByText('Sent.', { exact: true })).toBeVisible()
    const jayAgain = await jay.context().newPage()
    await jay.context().setOffline(false)
    // On whatever page he is by then.
    await jayAgain.goto('/journal')
    await expect.poll(() => belay.sql('SELECT 1 FROM "TeachingAnswer"').then((rows) => rows.length)).toBe(2)

    await sam.getByRole('button', { name: 'Next step' }).click()
    await sofia.goto('/learn/now')
    await title(sofia, 'Puffin stops building')
    await expect(sofia.locator('meta[http-equiv=refresh]')).toHaveCount(1)
    await choose(sofia, 1)
    await expect(sofia.getByText('You answered:')).toBeVisible()
    await sofia.getByRole('button', { name: 'I’m stuck' }).click()
    await expect(sofia.getByText('Sam and Tess can see it.')).toBeVisible()
    await sam.reload()
    await expect(sam.getByRole('button', { name: 'I’m going to Sofia' })).toBeVisible()
    await expect(sam.getByRole('listitem').filter({ hasText: 'Sofia' }).last()).toContainText('answered')

    // A press without a signal, by whoever leads: the page with the run-sheet stays, and says that nothing was sent.
    const tess = await person('tess', { ...laptop, at: path })
    await tess.getByRole('button', { name: 'Lead from here' }).click()
    await expect(tess.getByRole('button', { name: 'Pause' })).toBeVisible()
    await tess.context().setOffline(true)
    await tess.getByRole('button', { name: 'Next step' }).click()
    await expect(tess.getByText('nothing was sent')).toBeVisible()
    await expect(tess.getByRole('heading', { name: 'How it goes' })).toBeVisible()
    await tess.context().setOffline(false)
    await tess.getByRole('button', { name: 'Next step' }).click()
    await title(amara, 'Two sentences at the door')
  })
})
