import { expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { agenciesOf } from './agencies-of.server.ts'
import { agenciesToCheck } from './agencies-to-check.server.ts'
import { checkAgency } from './check-agency.server.ts'
import { endAgency } from './end-agency.server.ts'
import { findAgency } from './find-agency.server.ts'
import { keepAgency } from './keep-agency.server.ts'

const cast = await theCast()
const of = (name: string) => cast.people[name]!
const entry = { kind: 'front_door', area: 'Eastmarsh', name: 'Eastmarsh MASH', phone: '020 7946 0101', hours: 'Monday to Friday' } as const
async function entered(by = 'fatima', more: object = {}) {
  const id = newId()
  await keepAgency(of(by), { id, organisationId: by === 'bea' ? cast.harbour : cast.riverside, ...entry, ...more })
  return id
}
const idsFor = async (name: string) => (await agenciesOf(of(name))).map(({ id }) => id)

test('a lead enters a number, the adults of the setting read it, nobody else does', async () => {
  const id = await entered()
  for (const name of ['fatima', 'tom', 'marcus', 'helen', 'hana', 'grace']) expect(await idsFor(name), name).toContain(id)
  for (const name of ['amara', 'bea', 'leon', 'ella', 'vera', 'noor']) expect(await idsFor(name), name).not.toContain(id)
  await expect(findAgency(of('marcus'), id)).rejects.toThrow(Forbidden)
  await expect(findAgency(of('bea'), id)).rejects.toThrow(NotFound)
})

test.each(['marcus', 'grace', 'hana', 'amara', 'bea'])('%s does not keep the directory of Riverside, by the deeds or past them', async (name) => {
  const id = await entered()
  const deeds = [keepAgency(of(name), { id: newId(), organisationId: cast.riverside, ...entry }), checkAgency(of(name), { id: newId(), agencyId: id }), endAgency(of(name), { agencyId: id })]
  for (const outcome of await Promise.allSettled(deeds)) expect(outcome.status === 'rejected' && (outcome.reason instanceof Forbidden || outcome.reason instanceof NotFound)).toBe(true)
  const sql = (text: string) => onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of(name).id}', false); ${text}`)
  await expect(sql(`INSERT INTO "Agency" (id, "organisationId", kind, area, name, phone, hours, "referAt", hints, "byId") VALUES (uuidv7(), '${cast.riverside}', 'lado', 'x', 'x', '1', 'x', '', '', '${of(name).id}')`)).rejects.toThrow('row-level security')
  await sql(`UPDATE "Agency" SET "endedAt" = app.now(), "endedById" = '${of(name).id}' WHERE id = '${id}'`)
  await expect(sql(`UPDATE "Agency" SET phone = '999' WHERE id = '${id}'`)).rejects.toThrow('permission denied')
  expect(await idsFor('fatima')).toContain(id)
})

test('a changed entry takes the place of the one before, which stays where it was used; two at once: one of them, and the other is told', async () => {
  const [id, form] = [await entered(), newId()]
  const change = (by: string, one: string, phone: string) => keepAgency(of(by), { id: one, organisationId: cast.riverside, insteadOfId: id, ...entry, phone })
  await change('fatima', form, '020 7946 0109')
  await change('fatima', form, '020 7946 0109')
  expect((await agenciesOf(of('tom'))).filter((agency) => [id, form].includes(agency.id)).map(({ phone }) => phone)).toEqual(['020 7946 0109'])
  await expect(change('tom', newId(), '020 7946 0110')).rejects.toThrow(Conflict)
  expect(await findAgency(of('tom'), id), 'whoever was writing still has their form').toMatchObject({ isEnded: true, phone: '020 7946 0101' })
  const other = await entered()
  const at = await Promise.allSettled(['fatima', 'tom'].map((by) => keepAgency(of(by), { id: newId(), organisationId: cast.riverside, insteadOfId: other, ...entry })))
  expect(at.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(keepAgency(of('bea'), { id: newId(), organisationId: cast.harbour, insteadOfId: form, ...entry }), 'nor in place of another setting’s').rejects.toThrow(NotFound)
})

test('a number is asked about again after a year, by whoever keeps it; looked at once more, it rests', async () => {
  const id = await entered('bea', { phone: '01632 960001' })
  expect(await agenciesToCheck(of('bea'))).toEqual([])
  await moveClock('366 days')
  expect(await agenciesToCheck(of('bea'))).toEqual([expect.objectContaining({ organisationId: cast.harbour, count: 1 })])
  expect(await agenciesToCheck(of('leon'))).toEqual([])
  const one = { id: newId(), agencyId: id }
  await checkAgency(of('bea'), one)
  await checkAgency(of('bea'), one)
  expect(await agenciesToCheck(of('bea'))).toEqual([])
  await endAgency(of('bea'), { agencyId: id })
  await endAgency(of('bea'), { agencyId: id })
  await expect(checkAgency(of('bea'), { id: newId(), agencyId: id })).rejects.toThrow(NotFound)
  expect(await idsFor('bea')).not.toContain(id)
  await moveClock('0')
})

test('a number has to be one that can be rung', async () => {
  await expect(entered('fatima', { phone: 'ask Jo' })).rejects.toThrow('digits and spaces')
})
