import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import type { SpecificationGiven } from '../curriculum/specification.ts'
import { changeOnce } from '../db/change-once.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { previewSpecification, sizeOf } from './preview-specification.server.ts'

export const BringInSpecification = z.object({ id: z.uuid(), organisationId: z.uuid('Choose for whom it is.'), text: z.string() })

/** A programme lead or coordinator brings in a specification they have looked at: the whole of it, or nothing. */
export async function bringInSpecification(viewer: Viewer, input: z.input<typeof BringInSpecification>): Promise<string> {
  const { id, organisationId, text } = BringInSpecification.parse(input)
  authorize(may.bringIn, viewer, organisationId)
  const { specification, wrong } = previewSpecification(text)
  if (!specification) throw new Conflict(`Nothing was brought in. ${wrong[0]!.where}: ${wrong[0]!.says}`)
  const { code, version } = specification
  await changeOnce(viewer, async (tx) => {
    const { units, ...whole } = specification
    await tx.specification.createMany({ data: [{ id, organisationId, ...whole, importedById: viewer.id }] })
    const rows = rowsOf(units, { organisationId, specificationId: id })
    await tx.specificationUnit.createMany({ data: rows.units })
    await tx.learningOutcome.createMany({ data: rows.outcomes })
    await tx.criterion.createMany({ data: rows.criteria })
    await record(tx, viewer, 'accreditation.specification-brought-in', { organisationId, subjectId: id, code, version, ...sizeOf(specification) })
  }, {
    // The same page sent twice is one specification; the same version brought in by somebody else is not ours to write over.
    mine: (tx) => tx.specification.findFirst({ where: { id, organisationId, code, version, importedById: viewer.id }, select: { id: true } }),
    otherwise: `Version ${version} of ${code} is in already. A change is a new version: give it the next number.`,
  })
  return id
}

function rowsOf(given: SpecificationGiven['units'], of: { organisationId: string; specificationId: string }) {
  const { organisationId, specificationId } = of
  let count = 0
  const units = given.map((unit, place) => ({ unit, row: { id: newId(), organisationId, specificationId, ref: unit.ref, title: unit.title, place } }))
  const outcomes = units.flatMap(({ unit, row }) => unit.outcomes.map((outcome, place) => ({ outcome, row: { id: newId(), organisationId, unitId: row.id, number: outcome.number, title: outcome.title, place } })))
  const criteria = outcomes.flatMap(({ outcome, row }) => outcome.criteria.map((criterion) => ({ id: newId(), organisationId, specificationId, outcomeId: row.id, ...criterion, place: count++ })))
  return { units: units.map(({ row }) => row), outcomes: outcomes.map(({ row }) => row), criteria }
}
