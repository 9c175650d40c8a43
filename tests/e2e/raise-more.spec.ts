import { expect, expectAccessible, test } from './fixtures.ts'

test.use({ isFresh: true })

for (const javaScriptEnabled of [true, false])
  test(`the first question stands before the form wherever one comes from; what somebody knows more is added part by part ${javaScriptEnabled ? '' : '(without a script)'}`.trim(), async ({ person }) => {
    test.setTimeout(120_000)
    const jay = await person('jay', { at: '/worried/about', javaScriptEnabled })
    await expect(jay.getByRole('heading', { level: 1 })).toHaveText('Is anyone in danger right now?')
    await jay.getByRole('link', { name: 'What to do, step by step' }).click()
    await expect(jay.getByRole('heading', { level: 1 })).toHaveText('Stop. Call 999 first.')
    await expect(jay.getByRole('link', { name: 'Call 999', exact: true }).first()).toHaveAttribute('href', 'tel:999')
    if (javaScriptEnabled) await expectAccessible(jay)
    await jay.getByRole('link', { name: 'An adult is here: write it down' }).click()
    await expect(jay.getByRole('radio', { name: 'Right now' })).toBeChecked()
    await jay.getByLabel('Who are you worried about?').fill('Wren')
    await jay.getByLabel('What happened, or what did you notice?').fill('He will not go home.')
    await jay.getByRole('button', { name: 'Hand it on' }).click()
    await expect(jay.getByRole('heading', { level: 1 })).toHaveText('You have handed it on')
    const concernId = new URL(jay.url()).pathname.split('/').at(-1)!

    await jay.getByRole('link', { name: 'What they said' }).click()
    await jay.getByLabel('What did they say?').fill('“I hate it there.”')
    if (javaScriptEnabled) {
      await expectAccessible(jay)
      await expect(jay.getByText('Not sent yet. Kept on this device.')).toBeVisible()
      await jay.reload()
      await expect(jay.getByLabel('What did they say?')).toHaveValue('“I hate it there.”')
    }
    await jay.getByRole('button', { name: 'Add it' }).click()
    await expect(jay.getByRole('listitem').filter({ hasText: 'What they said' }).getByText('added')).toBeVisible()
    await expect(jay.getByText('I hate it there')).toBeHidden()
    if (javaScriptEnabled) await expectAccessible(jay)

    const fatima = await person('fatima', { at: `/concerns/${concernId}`, javaScriptEnabled })
    await expect(fatima.getByText('“I hate it there.”')).toBeVisible()
    await expect(fatima.getByText('In the young person’s own words')).toBeVisible()
    await expect(fatima.getByText('Jay added what was said, word for word')).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(fatima)
  })
