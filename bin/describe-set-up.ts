import { asSystem } from '#modules/db/as-system.server.ts'
import { isDemo } from '#modules/is-demo.server.ts'
import { settings } from '#modules/settings.server.ts'
import { demoPeople, demoPassword } from '#modules/identity/demo-people.ts'
import { setUpLink } from '#modules/organisations/set-up-link.server.ts'

/** What to say under the address: the demo people, a one-time link to set up the first organisation, or nothing. */
export async function describeSetUp(): Promise<string> {
  if (isDemo()) return `\nDemo people, all with the password ${demoPassword}:\n${demoPeople.map(({ username, what }) => `  ${username.padEnd(8)} ${what}`).join('\n')}\n`
  const isEmpty = await asSystem('see whether there is an organisation', async (tx) => (await tx.organisation.count()) === 0)
  return isEmpty ? `\nThere is no organisation yet. Set up the first one here (the link works once, for this start):\n  ${settings().baseUrl}/set-up?key=${setUpLink()}\n` : ''
}
