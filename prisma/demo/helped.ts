import { newId } from '#modules/db/new-id.ts'
import { comeBackIn } from '#modules/identity/come-back-in.server.ts'
import { demoPassword } from '#modules/identity/demo-people.ts'
import { helpBackIn } from '#modules/identity/help-back-in.server.ts'
import { joinInHelping } from '#modules/identity/join-in-helping.server.ts'
import type { Cast } from './people.ts'

/** Kofi forgot his password this morning; Marcus and Grace let him back in. */
export async function fillHelp({ people, riverside }: Cast) {
  const helpId = newId()
  const { code: first } = await helpBackIn(people.marcus!, { helpId, organisationId: riverside, personId: people.kofi!.id })
  const { code: second } = await joinInHelping(people.grace!, { helpId })
  await comeBackIn({ code: first + second, password: demoPassword }, { address: '127.0.0.1', device: 'Chrome on Android' })
}
