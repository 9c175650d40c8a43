import { demoPassword } from '#modules/identity/demo-people.ts'
import { takeUpInvitation } from '#modules/identity/take-up-invitation.server.ts'
import { viewerOf } from '#modules/identity/viewer-of.server.ts'
import type { Viewer } from '#modules/db/viewer.ts'

/** Somebody of the demo takes up their invitation, with the demo's password, and is there. */
export async function comeIn(token: string, username: string, name: string, bornOn?: string): Promise<Viewer> {
  return viewerOf(await takeUpInvitation({ token, username, name, password: demoPassword, bornOn }))
}
