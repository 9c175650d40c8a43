import type { AppLoadContext } from '@remix-run/node'
import { beforeAll, expect, test } from 'vitest'
import { loadContext } from '#app/http/load-context.server.ts'
import { ownCookie } from '#app/http/cookies.server.ts'
import { action, loader } from '#app/routes/learn.portfolio.work.tsx'
import { withdrawLearner } from '#modules/accreditation/withdraw-learner.server.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { phonePhoto } from '#tests/support/phone-photo.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { signedIn } from '#tests/support/signed-in.ts'
import { theCast } from '#tests/support/cast.ts'
import { onServer } from '#tests/support/template.ts'

type Route = (given: { context: AppLoadContext; request: Request; params: Record<string, string> }) => Promise<unknown>
type Answer = { data: { given: { words: string; criterionIds: string[] }; kept: { id: string } | null; refused?: { message: string } }; init: { status: number } }

const words = 'The plan we drew together, with the first small step.'
let cookie: string
let criterionId: string
let withdraw: () => Promise<void>
beforeAll(async () => {
  const cast = await theCast()
  const { registered, criteria } = await registeredLearners(cast, ['amara'])
  criterionId = Object.values(criteria)[0]!
  cookie = (await ownCookie('belay').set((await signedIn('amara')).token)).split(';')[0]!
  withdraw = () => withdrawLearner(cast.people.grace!, { registrationId: registered.amara! })
})

const ask = (route: unknown, body?: FormData) => (route as Route)({
  context: loadContext({ headers: { cookie }, ip: '10.0.0.1' } as never, { locals: { nonce: 'n' } } as never), params: {},
  request: new Request('http://localhost/learn/portfolio/work', { headers: { cookie }, ...(body ? { method: 'POST', body } : {}) }),
}) as Promise<Answer>
function form(more: Record<string, string | Blob>) {
  const written = new FormData()
  for (const [name, value] of Object.entries({ id: newId(), kind: 'work', words, criterionIds: criterionId, ...more })) written.append(name, value)
  return written
}
const kept = async () => ((await onServer(databaseUrl(), `SELECT (SELECT count(*) FROM "Evidence")::int AS pieces, (SELECT count(*) FROM "EvidenceFile")::int AS files`)).rows as object[])[0]

test('a learner who is withdrawn while they hand in work is told so beside their words; nothing is kept, and they are not led away from the page', async () => {
  const photo = new Blob([new Uint8Array(await phonePhoto())], { type: 'image/jpeg' })
  const before = await ask(action, form({ file: photo }))
  const fileId = before.data.kept!.id
  await withdraw()

  // With another photo; and at the last step, with the one that is here already.
  const looked = (before.data as unknown as { asked: { looked: string } }).asked.looked
  const ticks = { looked, declared: 'yes', hasNobodyElse: 'yes', hasNoNames: 'yes', hasNoPlaces: 'yes' }
  for (const answer of [await ask(action, form({ file: photo })), await ask(action, form({ fileId, ...ticks }))]) {
    expect(answer.init.status).toBe(409)
    expect(answer.data.refused!.message).toContain('not registered on this any more')
    expect(answer.data.given).toMatchObject({ words, criterionIds: [criterionId] })
  }
  expect(await kept()).toEqual({ pieces: 0, files: 1 })

  // Drawn after the form without script, the page stays; by a link it is not there any more.
  const drawn = new Request('http://localhost/learn/portfolio/work', { headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' } })
  expect(await (loader as unknown as Route)({ context: loadContext({ headers: { cookie }, ip: '10.0.0.1' } as never, { locals: { nonce: 'n' } } as never), request: drawn, params: {} })).toHaveProperty('units')
  await expect(ask(loader)).rejects.toMatchObject({ status: 302 })
})
