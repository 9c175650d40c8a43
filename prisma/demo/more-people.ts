import { demoPassword } from '#modules/identity/demo-people.ts'
import { takeUpInvitation } from '#modules/identity/take-up-invitation.server.ts'
import { viewerOf } from '#modules/identity/viewer-of.server.ts'
import { invite } from '#modules/organisations/invite.server.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import type { Role } from '#prisma/generated/enums.ts'

/** Further people of an organisation, who fill a register and are not on the sign-in page's list. */
export async function morePeople(by: Viewer, organisationId: string, role: Role, fullNames: readonly string[]): Promise<Viewer[]> {
  const people: Viewer[] = []
  for (const fullName of fullNames) {
    const name = fullName.split(' ')[0]!
    const { token } = await invite(by, { organisationId, role, fullName })
    people.push(await viewerOf(await takeUpInvitation({ token, name, username: fullName.toLowerCase().replaceAll(' ', '.'), password: demoPassword })))
  }
  return people
}
