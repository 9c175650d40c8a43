import { expect, test } from 'vitest'
import { worriedFromHere } from './worried-from-here.ts'

const id = '01990000-0000-7000-8000-000000000001'

test('an entry, a unit and a room go along; no other page does, and nothing that stands there', () => {
  const ways = ([
    [`/journal/${id}`, ''], ['/journal/new', `?entry=${id}&prompt=a-prompt`], [`/journal/shared/${id}`, ''], ['/learn/peer-mentor-level-2/listening', '?card=one'], [`/rooms/${id}`, '?here'],
    ['/', ''], ['/journal', ''], ['/journal/new', '?entry=nonsense'], ['/learn/now', ''], ['/learn/awards/x', ''], ['/learn/peer-mentor-level-2', ''], [`/concerns/${id}`, ''], [`/rooms/${id}/screen`, ''], ['/m/worried', ''],
  ] as const).map(([pathname, search]) => worriedFromHere(pathname, search))
  expect(ways).toEqual([
    `/worried?from=journal_entry:${id}`, `/worried?from=journal_entry:${id}`, `/worried?from=shared_entry:${id}`, '/worried?from=unit:peer-mentor-level-2/listening', `/worried?from=meeting:${id}`,
    ...Array<string>(9).fill('/worried'),
  ])
})
