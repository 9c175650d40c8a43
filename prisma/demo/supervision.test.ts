import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { findRoom } from '#modules/supervision/find-room.server.ts'
import { meetingsAhead } from '#modules/supervision/meetings-ahead.server.ts'
import { fillOrganisations } from './organisations.ts'
import { fillSupervision } from './supervision.ts'
import type { Cast } from './people.ts'

let cast: Cast
let openMeeting: string
beforeAll(async () => {
  cast = await theCast()
  await fillOrganisations(cast)
  ;({ openMeeting } = await fillSupervision(cast))
})

test('the demo has a meeting open now, mid-agenda, with both adults in it, somebody speaking and a hand up', async () => {
  const [ahead] = await meetingsAhead(cast.people.amara!)
  expect(ahead).toMatchObject({ meetingId: openMeeting, isOpen: true, number: 3, groupName: 'Riverside group', supervisorNames: ['Marcus', 'Helen'], expected: 6 })
  const room = await findRoom(cast.people.helen!, openMeeting)
  expect(room.state).toEqual({ is: 'open' })
  expect(room.items.find((item) => item.id === room.itemId)?.kind).toBe('topic')
  expect(room).toMatchObject({ speaking: { personId: cast.people.priya!.id }, queue: [{ personId: cast.people.jay!.id }], forSupervisors: { missedLast: [cast.people.sofia!.id] } })
})

test('Harbour’s next meeting is still to come', async () => {
  expect((await meetingsAhead(cast.people.zia!))[0]).toMatchObject({ groupName: 'Harbour group', isOpen: false, number: 1 })
})
