import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { today } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer, Visitor } from '#modules/db/viewer.ts'
import { NotFound } from '#modules/errors.ts'
import { addToConcern } from '#modules/safeguarding/add-to-concern.server.ts'
import { additionsFor } from '#modules/safeguarding/additions.ts'
import { findMyConcern } from '#modules/safeguarding/my-concerns.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'

type Which = { concernId?: string; part?: string }

/** The page on which whoever raised a concern adds one part to it. */
export const loadAddition = (viewer: Viewer | Visitor, { concernId, part }: Which) => asPage((async () => {
  const { isAdult, toldNames, takenOnByName, organisationName } = await findMyConcern(viewer, z.uuid().parse(concernId))
  if (!additionsFor(isAdult).some((addition) => addition.part === part)) throw new NotFound()
  return { id: newId(), today: today(), part: part!, isAdult, toldNames, takenOnByName, organisationName }
})())

/** Adds it, and goes back to the page that says who has it. */
export async function actOnAddition(viewer: Viewer | Visitor, request: Request, { concernId, part }: Which, back: string) {
  const form = await readForm(request)
  const { id, ...said } = fields(form)
  const outcome = await asForm(form, () => addToConcern(viewer, { id: id ?? '', concernId: concernId ?? '', part: part ?? '', said }))
  return 'refused' in outcome ? outcome.refused : redirect(back)
}
