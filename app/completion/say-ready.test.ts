import { expect, it } from 'vitest'
import { sayReady } from './say-ready.ts'

it('says of a mentor what is true: on the way, ready to be matched, mentoring somebody', () => {
  const say = (left: number, mentees: string[] = [], topUp: string | null = null) => { const { title, detail } = sayReady({ left, mentees, topUp }); return `${title}: ${detail}` }
  expect(say(2)).toBe('Before you meet a mentee: 2 things still to do')
  expect(say(0)).toBe('Before you meet a mentee: All done. You can be matched.')
  expect(say(0, ['Kestrel'])).toBe('You mentor Kestrel: All you needed for it is done.')
  expect(say(0, ['Kestrel', 'Linnet'], 'When a meeting is missed')).toBe('You mentor Kestrel and Linnet: All you needed for it is done. The next top-up: “When a meeting is missed”')
  expect(say(1, ['Kestrel'])).toBe('You mentor Kestrel: 1 thing of what a mentor needs is to do again')
})
