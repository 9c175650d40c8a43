import type { Socket } from 'socket.io-client'
import { beforeAll, expect, test } from 'vitest'
import { asSystem } from '#modules/db/as-system.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { verifyChronology } from '#modules/safeguarding/verify-chronology.server.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { aLiveServer } from './support/a-live-server.ts'
import { cookieOf } from './support/app-under-test.ts'
import { theCast } from './support/cast.ts'

const [concerns, pages] = process.env.BELAY_SOAK ? [50, 200] : [8, 20]
let cast: Cast
const knock = aLiveServer()
beforeAll(async () => { cast = await theCast() })

test('many worries at once, with many pages open: every page hears of each, and each is there once, whole', async () => {
  const cookies = await Promise.all(['marcus', 'fatima'].map((name) => cookieOf(cast.people[name]!.id)))
  const ids = Array.from({ length: concerns }, () => newId())
  const sockets: Socket[] = []
  const heard = Promise.all(Array.from({ length: pages }, (_, index) => new Promise<string[]>((resolve, reject) => {
    const socket = knock(cookies[index % 2]!)
    sockets.push(socket)
    const news: string[] = []
    socket.on('connect_error', reject).on('news', (event: string, { concernId }: { concernId: string }) => {
      if (event === 'concern:raised') news.push(concernId)
      if (news.length === concerns) resolve(news)
    })
  })))
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => { if (socket.connected) resolve(); else socket.once('connect', () => resolve()) })))
  const from = ['jay', 'amara', 'sofia', 'kofi']
  await Promise.all(ids.map((id, index) => raiseConcern(cast.people[from[index % from.length]!]!, { id, who: 'Wren', what: 'He is afraid to go home.', danger: 'now' })))

  for (const news of await heard) expect(news.toSorted()).toEqual(ids.toSorted())
  const counted = await asSystem('look in a test', async (tx) => ({ concerns: await tx.concern.count({ where: { id: { in: ids } } }), alerts: await tx.concernAlert.count({ where: { concernId: { in: ids } } }) }))
  expect(counted).toEqual({ concerns, alerts: concerns * 3 })
  for (const id of ids) expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
}, 120_000)
