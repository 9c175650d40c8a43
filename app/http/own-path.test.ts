import { expect, test } from 'vitest'
import { ownPath } from './session.server.ts'

test('a way back stays on this site, whatever was handed to us', () => {
  for (const given of ['//elsewhere.example', '/\\elsewhere.example', '/\t/elsewhere.example', '/\n/elsewhere.example', '/./\\elsewhere.example', '/x/..//elsewhere.example', 'https://elsewhere.example/', 'javascript:alert(1)', '', null, 7])
    expect(ownPath(given), JSON.stringify(given)).toBe('/')
})

test('a way back leads on, with its search, and never to a door again', () => {
  expect(ownPath('/journal/new?prompt=p-1#end')).toBe('/journal/new?prompt=p-1#end')
  for (const door of ['/sign-in?next=/journal', '/x/../sign-in', '/unlock', '/second-factor/passkey', '/step-up', '/sending']) expect(ownPath(door), door).toBe('/')
})

test('a way back is written so that a header can carry it', () => {
  expect(ownPath('/people?name=Åsa ש')).toBe('/people?name=%C3%85sa%20%D7%A9')
  expect(() => new Headers({ Location: ownPath('/journal/😶') })).not.toThrow()
})
