import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { diedDoing } from '#tests/support/died-doing.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { verifyChronology } from './verify-chronology.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })

const worry = () => ({ id: newId(), who: 'Wren', what: 'He is afraid to go home.', danger: 'now' as const })

const raiseAndDie = (concern: object, at: number) => diedDoing({ module: 'modules/safeguarding/raise-concern.server.ts', deed: 'raiseConcern', viewer: cast.people.jay!, input: concern, jobs: true }, at)

/** Everything that makes up "raised": all of it, or none of it. */
const parts = (id: string) => asSystem('look in a test', async (tx) => {
  const jobs = await tx.$queryRaw<{ name: string; count: number }[]>`SELECT name, count(*)::int AS count FROM jobs.job WHERE data->>'concernId' = ${id} GROUP BY name ORDER BY name`
  return {
    concern: await tx.concern.count({ where: { id } }), alerts: await tx.concernAlert.count({ where: { concernId: id } }), key: await tx.rowKey.count({ where: { rowId: id } }),
    lines: await tx.chronologyEntry.count({ where: { concernId: id } }), act: await tx.act.count({ where: { kind: 'concern.raised', subjectId: id } }), jobs: Object.fromEntries(jobs.map((job) => [job.name, job.count])),
  }
})
const nothing = { concern: 0, alerts: 0, key: 0, lines: 0, act: 0, jobs: {} }
const everything = { concern: 1, alerts: 3, key: 1, lines: 2, act: 1, jobs: { 'safeguarding.alert-letter': 3, 'safeguarding.clock-ran-out': 2, 'reaching.webhook-call': 1 } }

test('killed between any two statements of raising a concern: it is wholly there or wholly not, and sent again it is there once', async () => {
  const alive = worry()
  const whole = await raiseAndDie(alive, 0)
  expect(whole, whole.said).toMatchObject({ code: 0 })
  const { statements } = whole
  expect(statements).toBeGreaterThan(12)
  expect(await parts(alive.id)).toEqual(everything)

  // A sample here, spread over all of them and ending before the commit; every one of them in the soak.
  const points = process.env.BELAY_SOAK ? Array.from({ length: statements }, (_, index) => index + 1) : [2, Math.round(statements * 0.3), Math.round(statements * 0.5), Math.round(statements * 0.75), statements]
  for (const point of points) {
    const concern = worry()
    const died = await raiseAndDie(concern, point)
    expect(died, `before statement ${point}`).toMatchObject({ signal: 'SIGKILL' })
    expect(await parts(concern.id), `killed before statement ${point} of ${statements}`).toEqual(nothing)
    expect(await raiseConcern(cast.people.jay!, concern)).toBe(concern.id)
    expect(await parts(concern.id), `sent again after statement ${point}`).toEqual(everything)
    expect(await verifyChronology('system', concern.id)).toMatchObject({ isWhole: true })
  }
}, process.env.BELAY_SOAK ? 900_000 : 120_000)
