import { expect, test } from 'vitest'
import type { Practice } from '../curriculum/practice.ts'
import { fitsCard } from './fits-card.ts'
import { leftToDo } from './left-to-do.ts'

const line = [{ text: 'They waited.' }]
const practice: Practice = { kind: 'practice', id: 'try-it', title: 'Try it', minutes: 5, people: 3, blocks: [], roles: [], observer: [line, line, line, line], alone: [], ask: 'What was hard?' }
const fits = (chosen: string[], words = '') => fitsCard(practice).safeParse({ chosen, words }).success

test('a practice was tried together or alone, and the one who watched ticks what is on the sheet', () => {
  expect(fits(['together'])).toBe(true)
  expect(fits(['saw-1', 'saw-4', 'alone'])).toBe(true)
  expect(fits(['saw-1'])).toBe(false)
  expect(fits(['together', 'alone'])).toBe(false)
  expect(fits(['together', 'saw-5'])).toBe(false)
  expect(fits(['together', 'saw-1', 'saw-1'])).toBe(false)
  expect(fits(['together'], 'words')).toBe(false)
})

test('a unit can be finished without saying that a practice was tried', () => {
  expect(leftToDo({ cards: [practice] }, [])).toEqual([])
})
