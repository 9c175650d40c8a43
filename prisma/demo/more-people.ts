import { invite } from '#modules/organisations/invite.server.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import type { Role } from '#prisma/generated/enums.ts'
import { comeIn } from './come-in.ts'

/** Further people of an organisation, who fill a register and are not on the sign-in page's list. */
export async function morePeople(by: Viewer, organisationId: string, role: Role, fullNames: readonly string[]): Promise<Viewer[]> {
  const people: Viewer[] = []
  for (const fullName of fullNames) {
    const { token } = await invite(by, { organisationId, role, fullName })
    people.push(await comeIn(token, fullName.toLowerCase().replaceAll(' ', '.'), fullName.split(' ')[0]!))
  }
  return people
}
