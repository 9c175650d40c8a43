import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { may } from './policy.ts'

const settingsOf = (viewer: Viewer) => [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))].filter((organisationId) => may.standardise(viewer, organisationId))
export const staffIn = (tx: Tx) => tx.$queryRaw<{ organisationId: string; id: string; name: string; role: 'assessor' | 'quality_assurer' }[]>`SELECT * FROM app.assessment_staff() ORDER BY name, id, role`

/** What assessors of this viewer's settings agreed, the latest first, a page at a time. */
export async function standardisation(viewer: Viewer, input: { after?: string } = {}) {
  const after = z.uuid().optional().parse(input.after)
  const settings = settingsOf(viewer)
  if (settings.length === 0) throw new Forbidden()
  return read(viewer, async (tx) => {
    const found = await tx.standardisationMeeting.findMany({ where: { organisationId: { in: settings } }, orderBy: [{ heldOn: 'desc' }, { id: 'desc' }], take: 11, ...(after ? { cursor: { id: after }, skip: 1 } : {}), include: { specification: { select: { title: true, version: true } } } })
    const page = found.slice(0, 10)
    const open = await opener(tx, 'StandardisationMeeting', page.map(({ id }) => id))
    const staff = new Map((await staffIn(tx)).map((one) => [one.id, one.name]))
    const criteria = new Map((await tx.criterion.findMany({ where: { id: { in: page.flatMap(({ criterionIds }) => criterionIds) } }, select: { id: true, number: true, says: true, outcome: { select: { unit: { select: { ref: true } } } } } })).map((one) => [one.id, `${one.outcome.unit.ref} ${one.number}`]))
    return {
      meetings: page.map(({ id, heldOn, presentIds, criterionIds, words, specification }) => ({ id, heldOn, title: `${specification.title}, version ${specification.version}`, present: presentIds.map((person) => staff.get(person) ?? 'Somebody who has left'), criteria: criterionIds.map((one) => criteria.get(one) ?? ''), agreed: open(id, 'words', words) })),
      next: found.length > 10 ? page.at(-1)!.id : null,
    }
  })
}

/** What a meeting can be about and who can have been there: the settings, their people, and the specifications somebody is registered on. */
export async function whatToStandardise(viewer: Viewer) {
  const settings = settingsOf(viewer)
  if (settings.length === 0) throw new Forbidden()
  return read(viewer, async (tx) => {
    const places = await tx.organisation.findMany({ where: { id: { in: settings } }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
    const staff = await staffIn(tx)
    const used = await tx.registration.findMany({ where: { organisationId: { in: settings }, withdrawnAt: null }, distinct: ['organisationId', 'specificationId'], select: { organisationId: true, specification: { select: { id: true, title: true, version: true, criteria: { orderBy: { place: 'asc' }, select: { id: true, number: true, says: true, outcome: { select: { unit: { select: { ref: true, title: true } } } } } } } } }, take: 20 })
    return used.map(({ organisationId, specification }) => ({
      organisationId, specificationId: specification.id, where: places.find(({ id }) => id === organisationId)?.name ?? '', title: `${specification.title}, version ${specification.version}`,
      units: byUnit(specification.criteria),
      staff: [...new Map(staff.filter((one) => one.organisationId === organisationId).map(({ id, name }) => [id, { id, name }])).values()],
    }))
  })
}

type Criterion = { id: string; number: string; says: string; outcome: { unit: { ref: string; title: string } } }

function byUnit(criteria: readonly Criterion[]) {
  const units = new Map<string, { ref: string; title: string; criteria: { id: string; number: string; says: string }[] }>()
  for (const { id, number, says, outcome: { unit } } of criteria) {
    if (!units.has(unit.ref)) units.set(unit.ref, { ...unit, criteria: [] })
    units.get(unit.ref)!.criteria.push({ id, number, says })
  }
  return [...units.values()]
}
