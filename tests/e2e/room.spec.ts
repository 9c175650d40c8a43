import { expect, expectAccessible, test } from './fixtures.ts'
import type { Belay } from './belay.ts'

const laptop = { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false }
// A second, and as much again for a machine that runs two servers, a database and three browsers on two cores.
const soon = { timeout: 10_000 }
const openMeeting = async (belay: Belay): Promise<string> => {
  const [row] = await belay.sql<{ id: string }>(`SELECT m.id FROM "Meeting" m JOIN "MeetingOpening" o ON o."meetingId" = m.id WHERE NOT EXISTS (SELECT FROM "MeetingClosing" c WHERE c."meetingId" = m.id)`)
  return `/rooms/${row!.id}`
}

test.describe('a room', () => {
  test.use({ isFresh: true })

  test('two people, each on another app process, see each other’s changes within a second', async ({ person, belay }) => {
    const room = await openMeeting(belay)
    const other = await belay.another()
    const amara = await person('amara', { at: '/rooms' })
    const marcus = await person('marcus', { ...laptop, baseURL: other.url, at: room })
    await amara.getByRole('link', { name: 'Go to the room' }).click()
    await amara.getByRole('button', { name: 'Come in' }).click()
    const seat = marcus.getByRole('list', { name: 'Who is in the room' }).getByRole('listitem').filter({ hasText: 'Amara' })
    await expect(seat).not.toContainText('not here yet', soon)

    await amara.getByRole('radio', { name: /3/ }).check()
    await amara.getByLabel('A word for it, if you like').fill('tired')
    await amara.getByRole('button', { name: 'Say it' }).click()
    await expect(marcus.getByText('3 of 5, “tired”')).toBeAttached(soon)
    await amara.getByRole('button', { name: 'Put my hand up' }).click()
    await expect(seat).toContainText('hand up, 2', soon)

    await marcus.getByRole('button', { name: 'Jay next' }).click()
    await expect(amara.getByRole('heading', { name: 'Jay is speaking' })).toBeVisible(soon)
    await marcus.getByRole('button', { name: 'Amara next' }).click()
    await expect(amara.getByRole('heading', { name: 'You are speaking' })).toBeVisible(soon)

    // What she is writing stays while the room changes around her.
    const line = amara.getByLabel('Add a line')
    await line.fill('Kofi helps with')
    await marcus.getByRole('button', { name: /^On to/ }).click()
    await expect(amara.getByRole('heading', { level: 1 })).toContainText('Top-up', soon)
    await expect(line).toHaveValue('Kofi helps with')
    await line.fill('Kofi helps with planning the last two meetings.')
    await amara.getByRole('button', { name: 'Keep it' }).click()
    await expect(marcus.getByText('Kofi helps with planning the last two meetings.')).toBeVisible(soon)
    await expect(line).toHaveValue('')
  })

  test('on a connection so slow that somebody comes in between the page and its socket, one sees them all the same', async ({ person, belay }) => {
    const room = await openMeeting(belay)
    const amara = await person('amara', { at: room })
    const marcus = await person('marcus', { ...laptop, at: '/rooms' })
    let letGo = () => {}
    const isThrough = new Promise<void>((resolve) => { letGo = resolve })
    await marcus.route('**/live/**', async (route) => { await isThrough; await route.continue() })
    await marcus.goto(room)
    const seat = marcus.getByRole('list', { name: 'Who is in the room' }).getByRole('listitem').filter({ hasText: 'Amara' })
    await expect(seat).toContainText('not here yet')
    await amara.getByRole('button', { name: 'Come in' }).click()
    await expect(amara.getByRole('button', { name: 'I need an adult' })).toBeVisible()
    await expect(seat).toContainText('not here yet')
    letGo()
    await expect(seat).not.toContainText('not here yet', soon)
  })

  test('the quiet signal reaches the supervisors alone, and the mentor sees who is coming', async ({ person, belay }) => {
    const room = await openMeeting(belay)
    const [amara, jay, helen] = [await person('amara', { at: room }), await person('jay', { at: room }), await person('helen', { ...laptop, at: room })]
    await amara.getByRole('button', { name: 'Come in' }).click()
    await amara.getByRole('button', { name: 'I need an adult' }).click()
    await expect(helen.getByRole('alert')).toContainText('Amara pressed')
    await expect(jay.locator('body')).not.toContainText('Amara pressed')
    await helen.getByRole('button', { name: 'I’m going to Amara' }).click()
    await expect(amara.getByText('Helen is coming.').first()).toBeVisible(soon)
    await expect(jay.locator('body')).not.toContainText('is coming')
  })

  test('when an adult’s seat lapses the room counts down, stands still, keeps what is written, and goes on when they are back', async ({ person, belay }) => {
    const room = await openMeeting(belay)
    const amara = await person('amara', { at: room })
    await amara.getByRole('button', { name: 'Come in' }).click()
    await expect(amara.getByRole('button', { name: 'Put my hand up' })).toBeEnabled()
    const helen = `(SELECT id FROM "Person" WHERE name = 'Helen')`
    await belay.sql(`UPDATE "Seat" SET "heldUntil" = app.now() - interval '1 minute' WHERE "personId" = ${helen} AND "heldUntil" > app.now()`)
    await amara.reload()
    await expect(amara.getByText('Helen (mental-health specialist) is not here.')).toBeVisible()
    await expect(amara.getByRole('timer', { name: 'Until the room stands still' })).toBeVisible()
    await belay.sql(`UPDATE "Seat" SET "heldUntil" = app.now() - interval '121 seconds' WHERE "personId" = ${helen} AND "heldUntil" > app.now() - interval '90 seconds'`)
    await amara.reload()
    await expect(amara.getByText('The room stands still.', { exact: true })).toBeVisible()
    await expect(amara.getByRole('button', { name: 'Put my hand up' })).toBeDisabled()
    await amara.getByLabel('Add a line').fill('Written while it stood still')
    await amara.getByRole('button', { name: 'Keep it' }).click()
    await expect(amara.getByText('Written while it stood still')).toBeVisible()

    const back = await person('helen', { ...laptop, at: room })
    await back.getByRole('button', { name: 'Come in' }).or(back.getByText('Both supervisors here')).first().click()
    await expect(amara.getByText('Both supervisors here')).toBeVisible()
    await expect(amara.getByRole('button', { name: 'Put my hand up' })).toBeEnabled()
  })
})

test('a supervisor notes how two mentors are doing, one after the other, and both notes are kept', async ({ person, belay }) => {
  const helen = await person('helen', { ...laptop, at: await openMeeting(belay) })
  for (const [name, words] of [['Dylan', 'Quieter than last time.'], ['Sofia', 'Asks for help early.']] as const) {
    await helen.getByText(`How ${name} is doing`).click()
    await helen.getByLabel(`Your note on ${name}`).fill(words)
  }
  await expect(helen.getByRole('status').filter({ hasText: /^Saved$/ })).toHaveCount(2)
  await helen.reload()
  for (const [name, words] of [['Dylan', 'Quieter than last time.'], ['Sofia', 'Asks for help early.']] as const) {
    await helen.getByText(`How ${name} is doing`).click()
    await expect(helen.getByLabel(`Your note on ${name}`)).toHaveValue(words)
  }
})

test('the room can be walked by keyboard alone', async ({ person, belay }) => {
  const page = await person('priya', { ...laptop, at: await openMeeting(belay) })
  const reach = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
      if (name.test(focused)) return page.keyboard.press('Enter')
    }
    throw new Error(`The keyboard does not reach ${String(name)}.`)
  }
  await reach(/I have said it/)
  await expect(page.getByRole('heading', { name: 'Nobody has the word' })).toBeVisible()
  await reach(/Put my hand up/)
  await expect(page.getByRole('button', { name: 'Take my hand down' })).toBeVisible()
})

test('axe finds nothing in the rooms', async ({ person, belay }) => {
  const room = await openMeeting(belay)
  const kofi = await person('kofi', { at: '/rooms' })
  await expectAccessible(kofi)
  await kofi.goto(room)
  await expectAccessible(kofi)
  const helen = await person('helen', { ...laptop, at: room })
  await expectAccessible(helen)
  await helen.goto(`${room}/screen`)
  await expectAccessible(helen)
  const grace = await person('grace', { ...laptop, at: '/rooms' })
  await grace.getByRole('link', { name: 'Riverside group' }).click()
  await expect(grace.getByText('6 of 6 came')).toBeVisible()
  await expectAccessible(grace)
  await grace.goto('/rooms/new')
  await expectAccessible(grace)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('a mentor comes in, says how they arrive and keeps a line; what cannot be done is said on a page', async ({ person, belay }) => {
    const sofia = await person('sofia', { at: await openMeeting(belay) })
    await sofia.getByRole('button', { name: 'Come in' }).click()
    await sofia.getByRole('radio', { name: /4/ }).check()
    await sofia.getByRole('button', { name: 'Say it' }).click()
    await sofia.getByText('How everybody is arriving').click()
    await expect(sofia.getByRole('listitem').filter({ hasText: 'Sofia' }).getByText('4 of 5')).toBeVisible()
    await sofia.getByLabel('Add a line').fill('It helps to come')
    await sofia.getByRole('button', { name: 'Keep it' }).click()
    await expect(sofia.getByText('It helps to come')).toBeVisible()
  })
})
