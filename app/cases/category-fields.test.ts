import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { categoryLabels } from '#modules/safeguarding/categories.ts'
import { CategoryFields } from './category-fields.tsx'

test('every kind of the list can be chosen, and what a setting added; what is chosen stands open, and what was taken off the list only where it is chosen', () => {
  const own = [{ id: 'one', under: 'violence', label: 'Two postcodes', isRetired: false }, { id: 'two', under: 'violence', label: 'Old name', isRetired: true }]
  const page = renderToStaticMarkup(createElement(CategoryFields, { chosen: ['one'], own }))
  expect(Object.keys(categoryLabels).filter((key) => !page.includes(`name="category-${key}"`))).toEqual([])
  expect([page.includes('Two postcodes'), page.includes('Old name'), page.match(/<details[^>]* open/g)?.length]).toEqual([true, false, 1])
  expect(renderToStaticMarkup(createElement(CategoryFields, { chosen: ['two'], own }))).toContain('Old name')
})
