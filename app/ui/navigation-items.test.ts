import { describe, expect, it } from 'vitest'
import { Role } from '#prisma/generated/enums.ts'
import { beyondDock, navigationFor } from './navigation-items.ts'

const labels = (roles: Role[], settingId: string | null = null) => navigationFor(roles, settingId).map((item) => item.label)

describe('where somebody can go', () => {
  it('gives a mentor four places, all in the dock', () => {
    expect(labels(['mentor'])).toEqual(['Today', 'Learn', 'Journal', 'Rooms'])
    expect(beyondDock(navigationFor(['mentor'], null))).toEqual([])
  })

  it('shows what was shared under that name to those who keep no journal', () => {
    expect(labels(['youth_worker'])).toContain('Shared')
    expect(labels(['mentor', 'youth_worker'])).not.toContain('Shared')
  })

  it('leads a coordinator to their own setting', () => {
    expect(navigationFor(['coordinator'], 'abc').at(-1)).toEqual({ place: 'setting', label: 'Setting', to: '/organisations/abc' })
    expect(labels(['coordinator'])).not.toContain('Setting')
  })

  it('keeps Today and Concerns at the thumb, whoever it is', () => {
    for (const role of Object.values(Role)) {
      const items = navigationFor([role], 'abc')
      const rest = beyondDock(items).map((item) => item.place)
      expect(items[0]?.place).toBe('today')
      expect(rest).not.toContain('today')
      expect(rest).not.toContain('concerns')
      expect(items.length - rest.length, role).toBeLessThanOrEqual(4)
    }
  })
})
