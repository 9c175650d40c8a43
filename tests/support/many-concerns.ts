import { newId } from '#modules/db/new-id.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { onServer } from './template.ts'

export type Past = { danger?: string; level?: string; outcome?: string; signedAfter?: number; isDuplicate?: boolean; receivedAfter?: number; takenAfter?: number; climbed?: ('received' | 'taken_on')[]; keptFromId?: string; raisedAt: string; lateOutcome?: string; kinds?: readonly string[]; lateKinds?: readonly string[] }

/** Concerns of a time that is over, written as they would stand: nothing dates a concern back. Minutes after it was raised; a closing a day after; what came late a year after. Only what is counted is there. */
export async function manyConcerns(organisationId: string, byId: string, past: readonly Past[]): Promise<string[]> {
  const at = ({ raisedAt }: Past, minutes: number) => `timestamptz '${raisedAt}' + interval '${minutes} minutes'`
  const ids = past.map(() => newId())
  const sql = past.flatMap((one, n) => {
    const id = ids[n]!
    let number = 0
    const line = (kind: string, facts: object, minutes: number) => `INSERT INTO "ChronologyEntry" (id, "organisationId", "concernId", number, kind, "byId", at, facts, hash) VALUES (uuidv7(), '${organisationId}', '${id}', ${++number}, '${kind}', '${byId}', ${at(one, minutes)}, '${JSON.stringify(facts)}', '\\x00')`
    return [
      `INSERT INTO "Concern" (id, "organisationId", "raisedAt", danger, who, what) VALUES ('${id}', '${organisationId}', ${at(one, 0)}, '${one.danger ?? 'unsure'}', '\\x00', '\\x00')`,
      ...(one.receivedAfter === undefined ? [] : [`INSERT INTO "ConcernReceipt" ("concernId", "organisationId", "byId", at) VALUES ('${id}', '${organisationId}', '${byId}', ${at(one, one.receivedAfter)})`]),
      ...(one.takenAfter === undefined ? [] : [`INSERT INTO "TakingOn" ("concernId", "organisationId", "byId", at, "firstStep") VALUES ('${id}', '${organisationId}', '${byId}', ${at(one, one.takenAfter)}, '\\x00')`]),
      ...(one.climbed ?? []).map((clock) => `INSERT INTO "ConcernClimb" ("concernId", clock, rung, "organisationId", at) VALUES ('${id}', '${clock}', 'deputies', '${organisationId}', ${at(one, 5)})`),
      ...(one.keptFromId ? [`INSERT INTO "ConcernKeptFrom" ("concernId", "personId", "organisationId") VALUES ('${id}', '${one.keptFromId}', '${organisationId}')`] : []),
      ...(one.level ? [line('triaged', { level: one.level }, 60)] : []),
      ...(one.kinds ? [line('categorised', { categories: one.kinds }, 70)] : []),
      ...(one.lateKinds ? [line('categorised', { categories: one.lateKinds }, 525_600)] : []),
      ...(one.outcome ? [line('closed', { outcome: one.outcome }, 1440)] : []),
      ...(one.signedAfter === undefined ? [] : [line('signed', {}, one.signedAfter)]),
      ...(one.isDuplicate ? [line('duplicate', {}, 1440)] : []),
      ...(one.lateOutcome ? [line('triaged', { level: 'high' }, 525_600), line('closed', { outcome: one.lateOutcome }, 525_601)] : []),
    ]
  })
  await onServer(databaseUrl(), `SET session_replication_role = replica; ${sql.join('; ')}`)
  return ids
}
