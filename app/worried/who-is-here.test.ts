import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { begunHere, sayBegunHere } from './begun-here.ts'
import { sayWhoIsHere, whoIsHere } from './who-is-here.ts'

const storage = () => {
  const lies = new Map<string, string>()
  return { getItem: (name: string) => lies.get(name) ?? null, setItem: (name: string, value: string) => void lies.set(name, value), removeItem: (name: string) => void lies.delete(name) }
}
const amara = { id: 'a', name: 'Amara' }

beforeEach(() => {
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('sessionStorage', storage())
  vi.stubGlobal('window', { location: { pathname: '/' } })
})
afterEach(() => { vi.unstubAllGlobals() })

test('the kept page says who is signed in here, and nobody once a page of nobody was drawn', () => {
  expect(whoIsHere()).toBeNull()
  sayWhoIsHere({ ...amara, roles: ['mentor'] } as typeof amara)
  expect(whoIsHere(), 'an id and a name, and nothing else of them').toEqual(amara)
  vi.stubGlobal('window', { location: { pathname: '/worried/help' } })
  sayWhoIsHere(null)
  expect(whoIsHere(), 'the kept page is drawn for nobody, and knows no better').toEqual(amara)
  vi.stubGlobal('window', { location: { pathname: '/sign-in' } })
  sayWhoIsHere(null)
  expect(whoIsHere()).toBeNull()
})

test('an id without a name, as it was kept before, is nobody: whoever writes has to know in whose name', () => {
  localStorage.setItem('belay:here', '019a0000-0000-7000-8000-000000000000')
  expect(whoIsHere()).toBeNull()
})

test('what one person began in this tab is nobody else’s to bring back', () => {
  sayBegunHere('a', 'first')
  expect(begunHere('a')).toBe('first')
  expect(begunHere('b')).toBeNull()
})
