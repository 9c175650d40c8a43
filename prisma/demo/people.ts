import { foundSetting } from '#modules/organisations/found-setting.server.ts'
import { giveRole } from '#modules/organisations/give-role.server.ts'
import { invite } from '#modules/organisations/invite.server.ts'
import { setUpFirstOrganisation } from '#modules/organisations/set-up-first-organisation.server.ts'
import { viewerOf } from '#modules/identity/viewer-of.server.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import type { Role } from '#prisma/generated/enums.ts'
import { comeIn } from './come-in.ts'

/** Everybody of the demo programme by username, as viewers, and its three organisations. */
export type Cast = { people: Record<string, Viewer>; eastside: string; riverside: string; harbour: string }

const born: Record<string, string> = { amara: '2011-03-14', jay: '2009-01-30', priya: '2007-05-02', zia: '2010-08-21', dylan: '2010-11-05', sofia: '2011-06-17', kofi: '2009-09-09' }

/** The people of the demo, invited and taken up one by one, as it happens in life. */
export async function fillPeople(): Promise<Cast> {
  const people: Record<string, Viewer> = {}
  const places: Record<string, string> = {}
  const arrive = async (token: string, username: string) => {
    people[username] = await comeIn(token, username, username[0]!.toUpperCase() + username.slice(1), born[username])
  }
  const invited = async (by: string, organisationId: string, role: Role, username: string, fullName: string) =>
    arrive((await invite(people[by]!, { organisationId, role, fullName, email: role === 'mentor' ? '' : `${username}@${places[organisationId]}.example` })).token, username)
  const also = async (by: string, organisationId: string, role: Role, username: string, endsAt?: Date) => {
    await giveRole(people[by]!, { organisationId, role, personId: people[username]!.id, endsAt })
    people[username] = await viewerOf(people[username]!.id)
  }

  const { organisationId: eastside, token } = await setUpFirstOrganisation({ name: 'Eastside Delivery Site', kind: 'delivery_site', fullName: 'Ella Fontaine' })
  await arrive(token, 'ella')
  const riverside = await foundSetting(people.ella!, { siteId: eastside, name: 'Riverside Academy', kind: 'school', phone: '020 7946 0110' })
  const harbour = await foundSetting(people.ella!, { siteId: eastside, name: 'Harbour Youth Club', kind: 'youth_club', phone: '020 7946 0177' })
  Object.assign(places, { [eastside]: 'eastside', [riverside]: 'riverside', [harbour]: 'harbour' })

  await invited('ella', riverside, 'coordinator', 'grace', 'Grace Adeyemi')
  await invited('ella', riverside, 'head', 'hana', 'Hana Suzuki')
  await invited('ella', harbour, 'head', 'hugo', 'Hugo Lindqvist')
  await invited('hana', riverside, 'safeguarding_lead', 'fatima', 'Fatima Khan')
  await invited('hana', riverside, 'deputy_lead', 'tom', 'Tom Bright')
  await invited('hugo', harbour, 'safeguarding_lead', 'bea', 'Bea Moreno')
  await invited('hugo', harbour, 'coordinator', 'cass', 'Cass Whitlock')
  await also('ella', harbour, 'deputy_lead', 'hugo')
  await invited('grace', riverside, 'youth_worker', 'marcus', 'Marcus Bell')
  await invited('cass', harbour, 'youth_worker', 'leon', 'Leon Okafor')
  await invited('grace', riverside, 'specialist', 'helen', 'Helen Ward')
  await also('cass', harbour, 'specialist', 'helen')
  await invited('grace', riverside, 'trainee_trainer', 'tess', 'Tess Novak')
  await invited('ella', eastside, 'trainer', 'sam', 'Sam Rivers')
  await also('grace', riverside, 'trainer', 'sam')
  await invited('ella', eastside, 'assessor', 'noor', 'Noor Haddad')
  await also('grace', riverside, 'assessor', 'noor')
  await invited('ella', eastside, 'quality_assurer', 'owen', 'Owen Price')
  await also('grace', riverside, 'quality_assurer', 'owen')
  await invited('ella', eastside, 'evaluator', 'vera', 'Vera Castellano')
  await invited('grace', riverside, 'external_quality_assurer', 'eve', 'Eve Lambert')
  for (const [username, fullName] of [['amara', 'Amara Okonjo'], ['jay', 'Jay Patel'], ['priya', 'Priya Sharma'], ['dylan', 'Dylan Hughes'], ['sofia', 'Sofia Russo'], ['kofi', 'Kofi Mensah']] as const)
    await invited('grace', riverside, 'mentor', username, fullName)
  await invited('cass', harbour, 'mentor', 'zia', 'Zia Rahman')
  return { people, eastside, riverside, harbour }
}
