import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { tell } from '../../live/tell.server.ts'
import { keepingNews } from '../events.ts'
import { subjectOf } from '../subject.ts'
import type { DueRow } from './due-rows.server.ts'

/** News to the open pages of those who may give the second signature: who else keeps the record, or the other leads and deputies, never one from whom any of these is kept. */
export async function tellWhoAgrees(tx: Tx, viewer: Viewer, destructionId: string, due: readonly DueRow[]): Promise<void> {
  const { organisationId, rule } = due[0]!
  const ids = due.map(({ subjectId }) => subjectId)
  const others = subjectOf(rule) === 'adult'
    ? await tx.$queryRaw<{ personId: string }[]>`SELECT unnest(w.readers) AS "personId" FROM app.adult_who_reads(${ids[0]!}::uuid) w`
    : await tx.$queryRaw<{ personId: string }[]>`
        SELECT DISTINCT m."personId" FROM "Membership" m WHERE m."organisationId" = ${organisationId}::uuid AND m.role IN ('safeguarding_lead', 'deputy_lead') AND app.is_current(m."startsAt", m."endsAt")
          AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = ANY (${ids}::uuid[]) AND k."personId" = m."personId")`
  for (const { personId } of others) if (personId !== viewer.id) await tell(tx, `person:${personId}`, keepingNews.asked, { destructionId })
}
