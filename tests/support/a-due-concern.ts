import { today } from '#modules/clock.ts'
import { closeConcern } from '#modules/cases/close-concern.server.ts'
import { finishAction } from '#modules/cases/finish-action.server.ts'
import { setAction } from '#modules/cases/set-action.server.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { agreeToDestroy } from '#modules/keeping/agree-to-destroy.server.ts'
import { askToDestroy } from '#modules/keeping/ask-to-destroy.server.ts'
import { findDestruction } from '#modules/keeping/find-destruction.server.ts'
import { placeHold } from '#modules/keeping/place-hold.server.ts'
import { whatIsDue } from '#modules/keeping/what-is-due.server.ts'
import { addNote } from '#modules/safeguarding/add-note.server.ts'
import { findConcern } from '#modules/safeguarding/find-concern.server.ts'
import { cast, decide, of, step, taken, triage, words } from './a-case.ts'
import { moveClock } from './move-clock.ts'
import { onServer } from './template.ts'

export const years = (count: number) => moveClock(`${count} years`)
/** Asks the database as the one who owns it. */
export const ask = async <Row>(sql: string) => (await onServer(databaseUrl(), sql)).rows as Row[]
export const due = async (name: string) => (await whatIsDue(of(name), { take: 500 })).map(({ subjectId }) => subjectId)

/** A concern that is closed. */
export async function ended(more: object = {}) {
  const id = await taken(more)
  await triage(id, 'low')
  return close(id)
}
/** A concern that is closed, with words of every kind on it. */
export async function closed(more: object = {}) {
  const id = await taken(more)
  await triage(id, 'low')
  const action = step(id)
  await setAction(of('fatima'), { ...action, ownerId: of('marcus').id, dueOn: today(), what: 'Ring her gran.' })
  await finishAction(of('marcus'), { id: newId(), actionId: action.id, words })
  await addNote(of('fatima'), { id: newId(), concernId: id, words: 'She laughed today.' })
  return close(id)
}
async function close(id: string) {
  await decide(id, 'nothing_more')
  await closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })
  return id
}

export async function asked(concernIds: string[], by = 'fatima', rule = 'safeguarding.concern') {
  const id = newId()
  await askToDestroy(of(by), { id, organisationId: cast.riverside, rule, subjectIds: concernIds, words: 'Read through. Nobody needs them.' })
  return id
}
export const answer = (name: string, destructionId: string) => agreeToDestroy(of(name), { destructionId })
/** Reads what it is about, as far as this viewer finds it, and agrees. */
export async function agree(name: string, destructionId: string) {
  const items = await findDestruction(of(name), destructionId).then((one) => one.items, () => [])
  for (const { subjectId } of items) await findConcern(of(name), subjectId)
  await answer(name, destructionId)
}
/** How many keys there are of a concern, its lines and its actions. */
export const keys = (id: string) => ask<{ count: number }>(`SELECT count(*)::int AS count FROM "RowKey" WHERE "rowId" = '${id}' OR "rowId" IN (SELECT id FROM "ChronologyEntry" WHERE "concernId" = '${id}') OR "rowId" IN (SELECT id FROM "CaseAction" WHERE "concernId" = '${id}')`).then(([row]) => row!.count)
export async function hold(name: string, on: string) {
  const id = newId()
  await placeHold(of(name), { id, organisationId: cast.riverside, on, words: 'The police asked, reference 12.' })
  return id
}
