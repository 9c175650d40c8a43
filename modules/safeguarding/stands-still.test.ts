import { expect, test } from 'vitest'
import { cast, of, step, words } from '#tests/support/a-case.ts'
import { onServer } from '#tests/support/template.ts'
import { handOverConcern } from '../cases/hand-over-concern.server.ts'
import { findCase } from '../cases/find-case.server.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict } from '../errors.ts'
import { addToConcern } from './add-to-concern.server.ts'
import { climb } from './climb.server.ts'
import { findMyConcern, myConcerns } from './my-concerns.server.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'

const raise = (by: string) => raiseConcern(of(by), { id: newId(), organisationId: cast.riverside, who: 'Wren', what: 'A bruise.', danger: 'now' })
const out = (by: string, id: string, who: string) => keepFrom(of(by), { ...step(id), personId: of(who).id, words })
const seen = async (name: string, id: string) => { const { hours: _, ...all } = await findMyConcern(of(name), id); return [all, (await myConcerns(of(name), { take: 50 })).find((one) => one.concernId === id)] }

test.each(['fatima', 'marcus', 'priya'])('%s raised it and it is about them: what they are shown stands still, whatever happens, and they can still add', async (name) => {
  const id = await raise(name)
  const before = await seen(name, id)
  expect(before[0]).toMatchObject({ receivedByName: null, takenOnByName: null, toldNames: expect.arrayContaining(['Tom']) as unknown })
  await out('tom', id, name)
  expect(await seen(name, id), 'nor who is told because of it').toEqual(before)
  await receiveConcern(of('tom'), { concernId: id })
  await takeOnConcern(of('tom'), { concernId: id, firstStep: 'See her.' })
  await onServer(databaseUrl(), `SET session_replication_role = replica; UPDATE "Concern" SET "raisedAt" = "raisedAt" - interval '2 hours' WHERE id = '${id}'; DELETE FROM "TakingOn" WHERE "concernId" = '${id}'`)
  await climb(id)
  expect((await seen(name, id)).map((one) => ({ ...one, raisedAt: null }))).toEqual(before.map((one) => ({ ...one, raisedAt: null })))
  for (const rows of [await read(of(name), (tx) => tx.concernReceipt.count({ where: { concernId: id } })), await read(of(name), (tx) => tx.takingOn.count({ where: { concernId: id } })), await read(of(name), (tx) => tx.concernAlert.count({ where: { concernId: id } }))]) expect(rows).toBe(0)
  await addToConcern(of(name), { id: newId(), concernId: id, part: name === 'priya' ? 'words' : 'seen', said: name === 'priya' ? { words } : { seen: words } })
})

test('a lead who raised it, took it on, and turns out to be whom it is about goes on reading that she looks after it', async () => {
  const id = await raise('fatima')
  await takeOnConcern(of('fatima'), { concernId: id, firstStep: 'See her.' })
  const before = await seen('fatima', id)
  expect(before[0]).toMatchObject({ receivedByName: 'Fatima', takenOnByName: 'Fatima' })
  await out('tom', id, 'fatima')
  expect(await findCase(of('tom'), id)).toMatchObject({ holderName: 'Tom' })
  expect(await seen('fatima', id)).toEqual(before)
  await handOverConcern(of('tom'), { ...step(id), toId: of('hana').id, words })
  expect(await seen('fatima', id)).toEqual(before)
})

test('a mentor under 18 who raised it cannot be kept out of what they see; of 18 or more they stand among those it can be kept from', async () => {
  const [young, grown] = [await raise('jay'), await raise('priya')]
  await expect(out('tom', young, 'jay')).rejects.toThrow(Conflict)
  expect((await findCase(of('tom'), young)).outsiders.map(({ name }) => name)).not.toContain('Jay')
  expect((await findCase(of('tom'), grown)).outsiders.map(({ name }) => name)).toContain('Priya')
  await expect(out('tom', young, 'priya'), 'who has nothing to do with it').rejects.toThrow(Conflict)
})
