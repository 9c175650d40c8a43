import { newId } from '#modules/db/new-id.ts'
import { findAdultConcern } from '#modules/adults/find-adult-concern.server.ts'
import { verifyAdultConcerns } from '#modules/adults/verify-adult-concerns.server.ts'
import { agreeToDestroy } from '#modules/keeping/agree-to-destroy.server.ts'
import { askToDestroy } from '#modules/keeping/ask-to-destroy.server.ts'
import { findDestruction } from '#modules/keeping/find-destruction.server.ts'
import { cast, of } from './a-case.ts'
import { ask } from './a-due-concern.ts'

/** Their roles end now; a file that ends them for good gives them back after each test. */
export const leaves = (name: string) => ask(`UPDATE "Membership" SET "endsAt" = app.now() - interval '1 minute' WHERE "personId" = '${of(name).id}' AND "endsAt" IS NULL`)
export const comesBack = (name: string) => ask(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of(name).id}'`)
/** About somebody who has no account here. */
export const nobody = { aboutId: undefined, aboutName: 'The one who drives the bus' }
export const keysOf = (id: string) => ask<{ left: number; missing: number }>(`SELECT missing, "left" FROM app.keys_of_adult('${id}')`).then(([row]) => row!)
export const verdict = async (id: string) => (await verifyAdultConcerns()).find((one) => one.adultConcernId === id)
export async function asked(subjectIds: string[], by = 'fatima', rule = 'adults.low-level') {
  const id = newId()
  await askToDestroy(of(by), { id, organisationId: cast.riverside, rule, subjectIds, words: 'Read through. Nobody needs them.' })
  return id
}
export const answer = (name: string, destructionId: string) => agreeToDestroy(of(name), { destructionId })
/** Reads what it is about, as far as this viewer finds it, and agrees. */
export async function agree(name: string, destructionId: string) {
  const items = await findDestruction(of(name), destructionId).then((one) => one.items, () => [])
  for (const { subjectId } of items) await findAdultConcern(of(name), subjectId)
  await answer(name, destructionId)
}
