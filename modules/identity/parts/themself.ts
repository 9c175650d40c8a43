import type { Viewer } from '../../db/viewer.ts'

/** Somebody as the author of an act at the door, where there is no viewer yet. */
export const themself = (personId: string): Viewer => ({ id: personId, name: '', memberships: [] })
