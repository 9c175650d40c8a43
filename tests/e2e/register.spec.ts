import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const refused = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket|Failed to fetch manifest patches/
async function openRegister(page: Page) {
  await page.getByRole('link', { name: 'Mentor course, autumn' }).click()
  await page.getByRole('link', { name: 'Open the register' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Taking notice')
}
const mark = (page: Page, who: string, how: string) => page.getByRole('group', { name: who }).getByRole('radio', { name: how, exact: true })
const isKept = (page: Page) => expect(page.getByText('Not saved yet. Kept on this device.')).toBeVisible()

test('a register left before it was saved comes back with its marks, and is gone from the device once it is saved', async ({ person }) => {
  const sam = await person('sam', { at: '/cohorts' })
  await openRegister(sam)
  await mark(sam, 'Amara Okonjo', 'Here').check()
  await mark(sam, 'Jay Patel', 'Late').check()
  await isKept(sam)
  const address = sam.url()
  await sam.close()

  const again = await sam.context().newPage()
  await again.goto(address)
  await expect(mark(again, 'Amara Okonjo', 'Here')).toBeChecked()
  await expect(mark(again, 'Jay Patel', 'Late')).toBeChecked()
  await isKept(again)
  await again.getByRole('button', { name: 'Save the register' }).click()
  await expect(again.getByText('Saved: 2 marks.')).toBeVisible()
  await expect(again.getByText('Kept on this device')).toHaveCount(0)
  const left = () => again.evaluate(async () => {
    const open = indexedDB.open('belay-drafts')
    await new Promise((resolve) => { open.onsuccess = resolve })
    return new Promise<number>((resolve) => { const asked = open.result.transaction('drafts').objectStore('drafts').count(); asked.onsuccess = () => resolve(asked.result) })
  })
  await expect.poll(left).toBe(0)
})

test('without a signal the register waits on the device, says so, and is saved when the signal is back', async ({ person, expected }) => {
  expected(refused)
  const marcus = await person('marcus', { at: '/cohorts' })
  await openRegister(marcus)
  await marcus.context().setOffline(true)
  await mark(marcus, 'Priya Sharma', 'Here').check()
  await marcus.getByRole('button', { name: 'Save the register' }).click()
  await expect(marcus.getByText('No signal. Kept on this device')).toBeVisible()
  await marcus.context().setOffline(false)
  await expect(marcus.getByText('Saved: 1 mark.')).toBeVisible({ timeout: 20_000 })
})

test('a mark that a colleague was quicker with is not written over: the registrar chooses', async ({ person }) => {
  const sam = await person('sam', { at: '/cohorts' })
  await openRegister(sam)
  await mark(sam, 'Sofia Russo', 'Here').check()
  await isKept(sam)
  const address = sam.url()
  await sam.close()

  const grace = await person('grace', { at: '/cohorts' })
  await openRegister(grace)
  await mark(grace, 'Sofia Russo', 'Late').check()
  await grace.getByRole('button', { name: 'Save the register' }).click()
  await expect(grace.getByText('Saved: 1 mark.')).toBeVisible()

  const again = await sam.context().newPage()
  await again.goto(address)
  await expect(again.getByText('Grace has saved “Late” since.')).toBeVisible()
  await expect(mark(again, 'Sofia Russo', 'Late')).toBeChecked()
  await again.getByRole('button', { name: 'Use mine' }).click()
  await expect(mark(again, 'Sofia Russo', 'Here')).toBeChecked()
  await again.getByRole('button', { name: 'Save the register' }).click()
  await expect(again.getByText('Saved: 1 mark.')).toBeVisible()
})
