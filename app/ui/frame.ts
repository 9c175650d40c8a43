import { useRouteLoaderData } from '@remix-run/react'
import type { Role } from '#prisma/generated/enums.ts'
import type { Look } from './look.ts'

/** What every page knows around itself, from the root: nothing that the shell does not need. */
export type Frame = {
  isDemo: boolean
  nonce: string
  /** The house's time when the page was read: what "today" and "in 2 h" are said against. */
  now: Date
  look: Look
  viewer: { id: string; name: string; roles: Role[]; settingId: string | null } | null
  /** After how many milliseconds without a touch a staff page covers itself. */
  locksAfter: number | null
}

export const useFrame = (): Frame | undefined => useRouteLoaderData<Frame>('root')
