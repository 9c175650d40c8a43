import { bringInSpecification } from '#modules/accreditation/bring-in-specification.server.ts'
import { registerLearner } from '#modules/accreditation/register-learner.server.ts'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { theExample } from '#modules/curriculum/the-curriculum.server.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Cast } from '#prisma/demo/people.ts'

type Registered = { specificationId: string; /** A learner's registration, by their name. */ registered: Record<string, string>; /** A criterion's id, by its unit and number: "EX1 1.1". */ criteria: Record<string, string> }

/** The example specification, brought in by the delivery site, and these mentors of Riverside's registered on it. */
export async function registeredLearners({ people, eastside, riverside }: Cast, names: readonly string[]): Promise<Registered> {
  const specificationId = await bringInSpecification(people.ella!, { id: newId(), organisationId: eastside, text: JSON.stringify(theExample) })
  const registered: Record<string, string> = {}
  for (const name of names) registered[name] = await registerLearner(people.grace!, { id: newId(), organisationId: riverside, personId: people[name]!.id, specificationId })
  const [first] = names
  const { units } = await findMatrix(people[first!]!, { registrationId: registered[first!]! })
  return { specificationId, registered, criteria: Object.fromEntries(units.flatMap((unit) => unit.criteria.map((one) => [`${unit.ref} ${one.number}`, one.id]))) }
}
