import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { helpLines } from './help-lines.ts'
import { OutsideLines } from './outside-lines.tsx'

test('each line says that it is there at any time, or that it is not there at night', () => {
  for (const line of helpLines) expect(line.when, line.name).toMatch(/Any time|Not at night/)
  expect(helpLines.find(({ name }) => name === 'NSPCC')!.when).toMatch(/Not at night/)
})

test('who cannot tell anybody here is never sent only to a line that is closed at night', () => {
  const page = renderToStaticMarkup(createElement(OutsideLines))
  expect(page).toContain('not at night: <a href="tel:08088005000">')
  expect(page).toContain('day and night if you are under 19: <a href="tel:08001111">')
  expect(page).toContain('<a href="tel:999">')
})
