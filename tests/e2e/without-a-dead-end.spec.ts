import { expect, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

test('a form for something that is not there any more is answered with a page and a way on, not with code', async ({ person, expected }) => {
  expected(/status of 40/)
  const amara = await person('amara')
  const gone = '01890000-0000-7000-8000-000000000000'
  for (const at of [`/journal/${gone}/taking-back`, `/journal/${gone}/putting-back`, `/concerns/${gone}/receipt`, `/account/devices/${gone}/end`, `/cohorts/${gone}/place`]) {
    const answer = await amara.request.post(at, { form: {}, headers: { origin: new URL(amara.url()).origin } })
    expect(answer.status(), at).toBeGreaterThanOrEqual(400)
    expect(answer.status(), at).toBeLessThan(500)
    expect(answer.headers()['content-type'], at).toContain('text/html')
    expect(await answer.text(), at).toContain('I’m worried')
  }
})
