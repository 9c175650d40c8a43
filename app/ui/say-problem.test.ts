import { describe, expect, it } from 'vitest'
import { sayProblem } from './say-problem.ts'

describe('what a page says when something did not work', () => {
  it('keeps the sentence of whoever refused', () => {
    expect(sayProblem({ status: 404, message: 'That entry is gone.' })).toMatchObject({ message: 'That entry is gone.', isOurs: false })
    expect(sayProblem({ status: 409, message: 'A colleague has it.' }).message).toBe('A colleague has it. Go back: what you wrote is still there.')
  })

  it('never shows the words of an error nobody foresaw', () => {
    const said = sayProblem({ error: new Error('relation "Concern" does not exist') })
    expect(said.isOurs).toBe(true)
    expect(JSON.stringify(said)).not.toContain('Concern')
    expect(sayProblem({ status: 500, message: undefined }).isOurs).toBe(true)
  })

  it('knows a lost signal from a mistake of ours', () => {
    expect(sayProblem({ error: new TypeError('Failed to fetch') }).kicker).toBe('No signal')
    expect(sayProblem({ error: new TypeError('x is not a function') }).kicker).toBe('Our mistake')
  })

  it('uses no word that blames or jokes', () => {
    const all = [400, 403, 404, 409, 413, 429, 500].map((status) => sayProblem({ status })).map((said) => Object.values(said).join(' ')).join(' ')
    expect(all).not.toMatch(/oops|user\b|submit|invalid|failed|please be advised|!/i)
  })
})
