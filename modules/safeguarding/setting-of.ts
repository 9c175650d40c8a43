import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'

/** The setting somebody belongs to; a school or club before a delivery site is for the form to ask. */
export function settingOf(viewer: Viewer): string {
  const [first] = viewer.memberships
  if (!first) throw new Forbidden('You do not belong to a school or club here. Ring somebody on the list of numbers instead.')
  return first.organisationId
}
