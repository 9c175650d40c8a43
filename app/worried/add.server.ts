import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { today } from '#modules/clock.ts'
import { addToAdultConcern } from '#modules/adults/add-to-adult-concern.server.ts'
import { findMyAdultConcern } from '#modules/adults/my-adult-concerns.server.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer, Visitor } from '#modules/db/viewer.ts'
import { NotFound } from '#modules/errors.ts'
import { addMarks } from '#modules/safeguarding/add-marks.server.ts'
import { addToConcern } from '#modules/safeguarding/add-to-concern.server.ts'
import { additionsFor } from '#modules/safeguarding/additions.ts'
import { marksOf } from '#modules/safeguarding/marks.ts'
import { maySayWhere } from '#modules/safeguarding/policy.ts'
import { findMyConcern } from '#modules/safeguarding/my-concerns.server.ts'
import { fields } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'

type Which = { concernId?: string; part?: string }

/** The page on which whoever raised a concern adds one part to it. */
export const loadAddition = (viewer: Viewer | Visitor, { concernId, part }: Which) => asPage((async () => {
  const menteeId = 'menteeId' in viewer ? viewer.menteeId : null
  if (part === aboutAdult) return { id: newId(), today: today(), part, isAdult: false, menteeId, ...(await mineAboutAdult(viewer, z.uuid().parse(concernId))) }
  const { isAdult, added, toldNames, takenOnByName, organisationName } = await findMyConcern(viewer, z.uuid().parse(concernId))
  if (part === 'marks' ? !maySayWhere({ isAdult, added }) : !additionsFor(isAdult).some((addition) => addition.part === part)) throw new NotFound()
  return { id: newId(), today: today(), part: part!, isShut: false, isAdult, menteeId, toldNames, takenOnByName, organisationName }
})())

/** A worry about an adult is added to in one box, and not once it is closed. */
const aboutAdult = 'adult'
async function mineAboutAdult(viewer: Viewer | Visitor, concernId: string) {
  const mine = await findMyAdultConcern(viewer, concernId)
  if (!mine) throw new NotFound()
  const { aboutAdult: { isShut }, toldNames, takenOnByName, organisationName } = mine
  return { isShut, toldNames, takenOnByName, organisationName }
}

/** Adds it, and goes back to the page that says who has it. */
export async function actOnAddition(viewer: Viewer | Visitor, form: FormData, { concernId, part }: Which, back: string, headers: Record<string, string> = {}) {
  const { id, ...said } = fields(form)
  const which = { id: id ?? '', concernId: concernId ?? '' }
  const outcome = await asForm(form, () => (part === aboutAdult ? addToAdultConcern(viewer, { id: which.id, adultConcernId: which.concernId, words: said.words ?? '' }) : part === 'marks' ? addMarks(viewer, { ...which, marks: marksOf(said) as never }) : addToConcern(viewer, { ...which, part: part ?? '', said })))
  return 'refused' in outcome ? data(outcome.refused.data, { ...outcome.refused.init, headers }) : redirect(back, { headers })
}
