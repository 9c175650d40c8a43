import { stringify } from 'csv-stringify/sync'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Month, settingsLed } from './who-looked.server.ts'

type Look = { at: string; name: string | null; kind: string; concernId: string; raisedOn: string; raisedByName: string | null; organisationName: string }

/** A lead takes away who looked in a month as a table, a line a look. It holds no words of a concern. That it was taken is on record. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export async function takeLooks(viewer: Viewer, input: { month: string }): Promise<{ fileName: string; text: string }> {
  const month = Month.parse(input.month)
  const settings = settingsLed(viewer)
  return change(viewer, async (tx) => {
    const looks = await tx.$queryRaw<Look[]>`
      SELECT to_char(e.at AT TIME ZONE 'Europe/London', 'YYYY-MM-DD HH24:MI') AS at, (SELECT p.name FROM "Person" p WHERE p.id = e."byId") AS name, e.kind, e."concernId",
        to_char(c."raisedAt" AT TIME ZONE 'Europe/London', 'YYYY-MM-DD HH24:MI') AS "raisedOn", (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName", o.name AS "organisationName"
      FROM "ChronologyEntry" e JOIN "Concern" c ON c.id = e."concernId" JOIN "Organisation" o ON o.id = e."organisationId"
      WHERE e."organisationId" = ANY (${settings}::uuid[]) AND e.kind IN ('looked', 'printed', 'exported', 'action-read')
        AND e.at >= (${month} || '-01')::timestamp AT TIME ZONE 'Europe/London' AND e.at < ((${month} || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Europe/London'
      ORDER BY e.at, e.id`
    for (const organisationId of settings) await record(tx, viewer, 'concern.looks-taken', { organisationId, month, looks: looks.length })
    const rows = looks.map(({ at, name, kind, concernId, raisedOn, raisedByName, organisationName }) => [at, name ?? 'somebody who has left', kind === 'exported' ? 'made a locked file of it' : kind === 'printed' ? 'printed it' : kind === 'action-read' ? 'read what is to be done' : 'opened it', raisedByName ?? 'a mentee', raisedOn, concernId, organisationName])
    return { fileName: `who-looked-${month}.csv`, text: stringify([['When', 'Who', 'What', 'A concern from', 'Raised', 'Concern', 'Setting'], ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true }) }
  })
}
