import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { opener } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { roleNames } from '../organisations/role-names.ts'
import { authorize } from '../policy.ts'
import { checks, dbsLevels } from './checks.ts'
import { may } from './policy.ts'
import { adultsIn, dayAt } from './register-of.server.ts'

type Number = { personId: string; id: string; dbsLevel: string; certificateNumber: Uint8Array; isOnUpdateService: boolean | null }
/** More adults than any one place has. */
const everybody = 2000

/**
 * The register as a table to keep or to show an inspector: a line an adult, when each check was done and until when it is good, and of the DBS check its number.
 * What was written beside a check stays here. That it was taken is on record. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export async function takeRegister(viewer: Viewer, input: { organisationId: string }): Promise<{ fileName: string; text: string }> {
  const organisationId = z.uuid().parse(input.organisationId)
  return change(viewer, async (tx) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
    if (!place) throw new NotFound()
    authorize(may.read, viewer, organisationId)
    const people = await adultsIn(tx, organisationId, { take: everybody })
    const numbers = await tx.$queryRaw<Number[]>`
      SELECT DISTINCT ON (c."personId") c."personId", c.id, c."dbsLevel", c."certificateNumber", c."isOnUpdateService" FROM "VettingCheck" c
      WHERE c."organisationId" = ${organisationId}::uuid AND c.kind = 'dbs' AND c."dbsLevel" IN ('enhanced', 'enhanced_barred') AND NOT EXISTS (SELECT FROM "VettingCheckStruck" s WHERE s."checkId" = c.id) ORDER BY c."personId", c."doneOn" DESC, c.id DESC`
    const open = await opener(tx, 'VettingCheck', numbers.map(({ id }) => id))
    await record(tx, viewer, 'vetting.register-taken', { organisationId, subjectId: organisationId, people: people.length })
    const rows = people.map(({ personId, fullName, roles, cells }) => {
      const dbs = numbers.find((one) => one.personId === personId)
      return [fullName, roles.map(({ role, isWaiting }) => `${roleNames[role]}${isWaiting ? ' (waits)' : ''}`).join('; '), dbs ? open(dbs.id, 'certificateNumber', dbs.certificateNumber) : '', dbsLevels.find(({ value }) => value === dbs?.dbsLevel)?.label ?? '', { true: 'yes', false: 'no' }[String(dbs?.isOnUpdateService)] ?? '',
        ...checks.flatMap(({ kind }) => { const cell = cells.find((one) => one.kind === kind)!; return [cell.doneOn ?? '', cell.standing === 'not-needed' ? 'does not apply' : cell.goodUntil ?? '', cell.isNeeded && (cell.standing === 'none' || cell.standing === 'out') ? 'missing or run out' : ''] })]
    })
    const heads = ['Name', 'Roles', 'DBS number', 'DBS level', 'Update service', ...checks.flatMap(({ name }) => [name, `${name}: good until`, `${name}: asked for`])]
    return { fileName: `checks-on-adults-${await dayAt(tx, organisationId)}.csv`, text: stringify([[place.name], heads, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true }) }
  })
}
