import { read } from '#modules/db/read.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { placeHold } from '#modules/keeping/place-hold.server.ts'
import type { Cast } from './people.ts'

/** One concern that is closed is held: an insurer asked. What is due by a rule takes years, so nothing of the demo is. */
export async function fillKeeping({ people, riverside }: Cast) {
  const fatima = people.fatima!
  const [closed] = await read(fatima, (tx) => tx.chronologyHead.findMany({ where: { organisationId: riverside, state: 'closed' }, orderBy: { concernId: 'asc' }, take: 1, select: { concernId: true } }))
  await placeHold(fatima, { id: newId(), organisationId: riverside, on: `concern:${closed!.concernId}`, words: 'The school’s insurer asked on Monday about falls outside the gate (their reference 4471). Nothing of it goes until they have answered.' })
}
