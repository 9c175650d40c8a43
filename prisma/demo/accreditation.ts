import { bringInSpecification } from '#modules/accreditation/bring-in-specification.server.ts'
import { theExample } from '#modules/curriculum/the-curriculum.server.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Cast } from './people.ts'

/** The programme lead brings in the example specification, for every setting the site supports. */
export async function fillAccreditation({ people, eastside }: Cast) {
  await bringInSpecification(people.ella!, { id: newId(), organisationId: eastside, text: JSON.stringify(theExample) })
}
