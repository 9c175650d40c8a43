import { z } from 'zod'
import { theExample } from '../curriculum/the-curriculum.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { namesOfTaught } from './names-of-taught.server.ts'
import { may, placesToBringIn } from './policy.ts'

/** The specifications this viewer's organisations work with, the newest version first, and where they may bring one in. */
export const specifications = (viewer: Viewer) => read(viewer, async (tx) => {
  const found = await tx.specification.findMany({ orderBy: [{ title: 'asc' }, { version: 'desc' }, { id: 'asc' }], take: 100, include: { organisation: { select: { name: true } }, _count: { select: { criteria: true, units: true } } } })
  const places = await tx.organisation.findMany({ where: { id: { in: placesToBringIn(viewer) } }, select: { id: true, name: true, supportedById: true }, orderBy: { name: 'asc' } })
  const hasExample = found.some(({ code }) => code === theExample?.code)
  return {
    specifications: found.map(({ id, title, version, isExample, organisation, _count }) => ({ id, title, version, isExample, organisationName: organisation.name, units: _count.units, criteria: _count.criteria })),
    places: places.map(({ id, name }) => ({ id, name })),
    canBringIn: may.bringInSomewhere(viewer),
    /** The example's own text, for who has nothing to bring in yet. */
    example: hasExample || !theExample ? null : JSON.stringify(theExample, null, 1),
  }
})

/** One specification: its units, their outcomes, and what each is judged by. */
export async function findSpecification(viewer: Viewer, input: { specificationId: string }) {
  const id = z.uuid().parse(input.specificationId)
  const found = await read(viewer, (tx) => tx.specification.findUnique({ where: { id }, include: {
    organisation: { select: { name: true } },
    units: { orderBy: { place: 'asc' }, include: { outcomes: { orderBy: { place: 'asc' }, include: { criteria: { orderBy: { place: 'asc' } } } } } },
  } }))
  if (!found) throw new NotFound()
  const { organisation, ...specification } = found
  return { ...specification, organisationName: organisation.name, names: namesOfTaught(specification.units) }
}
