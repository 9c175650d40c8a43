import { createServer } from 'node:http'
import { expect, expectAccessible, test } from './fixtures.ts'

test('a coordinator adds their school’s own sign-in, sees whether it answers, and switches it off', async ({ person, page, belay, expected }) => {
  expected(/status of 400/)
  let issuer = ''
  let isThere = false
  const school = createServer((_request, response) => response.writeHead(isThere ? 200 : 404, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t`, jwks_uri: `${issuer}/k`, response_types_supported: ['code'] })))
  await new Promise<void>((resolve) => school.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(school.address() as { port: number }).port}`

  const grace = await person('grace')
  const [riverside] = await belay.sql<{ id: string }>(`SELECT id FROM "Organisation" WHERE name = 'Riverside Academy'`)
  await grace.goto(`/organisations/${riverside!.id}`)
  await grace.getByRole('link', { name: 'Your own sign-in' }).click()
  await expectAccessible(grace)
  await grace.getByLabel('What the button says').fill('Riverside account')
  await grace.getByLabel('Issuer').fill('https://sign-in.example')
  await grace.getByLabel('Client id').fill('belay')
  await grace.getByLabel('Client secret').fill('between us')
  await grace.getByRole('button', { name: 'Add it' }).click()
  await expect(grace.getByText('Belay takes the word of these only')).toBeVisible()
  await grace.getByLabel('Issuer').fill(issuer)
  await grace.getByRole('button', { name: 'Add it' }).click()
  await expect(grace.getByText('it is not a sign-in')).toBeVisible()
  isThere = true
  await grace.getByRole('button', { name: 'Ask it again' }).click()
  await expect(grace.getByText('It answers as it should.')).toBeVisible()
  await expectAccessible(grace)

  await page.goto('/sign-in')
  await expect(page.getByRole('link', { name: 'Riverside account' })).toBeVisible()
  await grace.getByRole('link', { name: 'Switch it off' }).click()
  await grace.getByRole('button', { name: 'Switch it off' }).click()
  await expect(grace.getByRole('button', { name: 'Switch it on' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Riverside account' })).toHaveCount(0)
  school.close()
})
