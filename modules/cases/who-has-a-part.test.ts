import { expect, test } from 'vitest'
import { cast, kinds, of, step, taken, triage, words } from '#tests/support/a-case.ts'
import { onServer } from '#tests/support/template.ts'
import { today } from '../clock.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addNote } from '../safeguarding/add-note.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { myConcerns } from '../safeguarding/my-concerns.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { closeConcern } from './close-concern.server.ts'
import { dropAction } from './drop-action.server.ts'
import { findAction } from './find-action.server.ts'
import { findCase } from './find-case.server.ts'
import { finishAction } from './finish-action.server.ts'
import { handOverConcern } from './hand-over-concern.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { letGo } from './let-go.server.ts'
import { setAction } from './set-action.server.ts'
import { strikeLine } from './strike-line.server.ts'

test.each(['marcus', 'amara', 'grace', 'helen', 'bea', 'ella', 'hana', 'jay'])('%s can neither read a case nor take a step in it', async (name) => {
  const id = await taken()
  await expect(findCase(of(name), id)).rejects.toThrow(NotFound)
  const deeds = [triage(id, 'low', name), setAction(of(name), { ...step(id), ownerId: of('marcus').id, dueOn: today(), what: words }), closeConcern(of(name), { ...step(id), outcome: 'helped', words }),
    bringIn(of(name), { ...step(id), personId: of(name).id, words }), strikeLine(of(name), { ...step(id), number: 1, words }), keepFrom(of(name), { ...step(id), personId: of('tom').id, words })]
  for (const outcome of await Promise.allSettled(deeds)) expect((outcome as PromiseRejectedResult).reason).toBeInstanceOf(NotFound)
  expect(await kinds(id)).toEqual(['raised', 'told', 'received', 'taken-on'])
})

test('somebody who was brought in reads and writes, decides nothing, and reads nothing once they are let go', async () => {
  const id = await taken()
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  expect((await findConcern(of('helen'), id)).what).toBe('A bruise on her arm.')
  await addNote(of('helen'), { ...step(id), words: 'Seen in the room.' })
  await expect(triage(id, 'low', 'helen')).rejects.toThrow(Forbidden)
  await expect(bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })).rejects.toThrow('They read it already.')
  await expect(bringIn(of('fatima'), { ...step(id), personId: of('jay').id, words }), 'not whoever raised it').rejects.toThrow(Conflict)
  await expect(bringIn(of('fatima'), { ...step(id), personId: of('bea').id, words }), 'nobody of another setting').rejects.toThrow(Conflict)
  await letGo(of('tom'), { ...step(id), personId: of('helen').id, words })
  await expect(findConcern(of('helen'), id)).rejects.toThrow(NotFound)
})

test('whoever is asked to do something reads that, and not the case', async () => {
  const id = await taken()
  const asked = step(id)
  await setAction(of('fatima'), { ...asked, ownerId: of('grace').id, dueOn: today(), what: 'Free lunch from today.' })
  expect(await findAction(of('grace'), asked.id)).toMatchObject({ what: 'Free lunch from today.', mayOpen: false, end: null })
  await expect(findCase(of('grace'), id)).rejects.toThrow(NotFound)
  for (const name of ['marcus', 'jay', 'hana', 'cass']) await expect(findAction(of(name), asked.id), name).rejects.toThrow(NotFound)
  await Promise.all([1, 2].map(() => findAction(of('grace'), asked.id)))
  await findAction(of('tom'), asked.id)
  const reads = async () => (await findConcern(of('fatima'), id)).chronology.filter((line) => line.kind === 'action-read').map((line) => line.byName)
  expect(await reads(), 'that it was read is on record, once a quarter of an hour').toEqual(['Grace', 'Tom'])
  for (const name of ['marcus', 'jay', 'hana', 'cass']) await expect(change(of(name), (tx) => tx.$queryRawUnsafe(`SELECT app.add_to_chronology(uuidv7(), '${id}', 'action-read', '{"actionId":"${asked.id}"}', NULL)`)), name).rejects.toThrow('not a line for you')
  await expect(change(of('grace'), (tx) => tx.$queryRawUnsafe(`SELECT app.add_to_chronology(uuidv7(), '${id}', 'action-read', '{"actionId":"${newId()}"}', NULL)`))).rejects.toThrow('not a line for you')
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
  await dropAction(of('tom'), { ...step(id), actionId: asked.id, words })
  await expect(finishAction(of('grace'), { id: newId(), actionId: asked.id, words })).rejects.toThrow('called off')
})

test('it turns out to be about somebody who reads it: from then on they see nothing, and nothing they do reaches it', async () => {
  const id = await taken()
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  await keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words })
  await keepFrom(of('fatima'), { ...step(id), personId: of('helen').id, words })
  for (const name of ['tom', 'helen']) await expect(findConcern(of(name), id), name).rejects.toThrow(NotFound)
  // With nobody left but Fatima, the head is told, reads it, and can look after it.
  await handOverConcern(of('fatima'), { ...step(id), toId: of('hana').id, words })
  await keepFrom(of('hana'), { ...step(id), personId: of('fatima').id, words })
  expect(await findCase(of('hana'), id)).toMatchObject({ holderName: 'Hana', isLeft: false })
  await expect(findConcern(of('fatima'), id)).rejects.toThrow(NotFound)
  await expect(bringIn(of('hana'), { ...step(id), personId: of('tom').id, words })).rejects.toThrow(Conflict)
  await expect(handOverConcern(of('hana'), { ...step(id), toId: of('tom').id, words })).rejects.toThrow(Conflict)
  await expect(keepFrom(of('hana'), { ...step(id), personId: of('hana').id, words })).rejects.toThrow('If it is about you')
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('kept from two deputies in two tabs at once, by the one who is left: the head is told all the same', async () => {
  await onServer(databaseUrl(), `INSERT INTO "Membership" (id, "organisationId", "personId", role, "startsAt") VALUES (uuidv7(), '${cast.riverside}', '${of('helen').id}', 'deputy_lead', app.now() - interval '1 day')`)
  try {
    const id = await taken()
    await Promise.all(['tom', 'helen'].map((name) => keepFrom(of('fatima'), { ...step(id), personId: of(name).id, words })))
    expect((await findConcern(of('hana'), id)).what).toBe('A bruise on her arm.')
    expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
  } finally { await onServer(databaseUrl(), `DELETE FROM "Membership" WHERE "personId" = '${of('helen').id}' AND role = 'deputy_lead'`) }
})

test('a lead who leaves: the case says that nobody looks after it, and the deputy takes it over', async () => {
  const id = await taken()
  await handOverConcern(of('fatima'), { ...step(id), toId: of('tom').id, words })
  expect(await findCase(of('fatima'), id)).toMatchObject({ holderName: 'Tom', isLeft: false })
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = app.now() - interval '1 minute' WHERE "personId" = '${of('tom').id}' AND role = 'deputy_lead'`)
  expect(await findCase(of('fatima'), id)).toMatchObject({ isLeft: true })
  await expect(handOverConcern(of('fatima'), { ...step(id), toId: of('marcus').id, words })).rejects.toThrow('Only a safeguarding lead')
  await handOverConcern(of('fatima'), { ...step(id), toId: of('fatima').id, words })
  expect(await findCase(of('fatima'), id)).toMatchObject({ holderName: 'Fatima', isLeft: false })
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('tom').id}' AND role = 'deputy_lead'`)
})

test('a mistaken line is struck through once, with a reason, by whoever wrote it or keeps the case; it stays readable', async () => {
  const id = await taken()
  await addNote(of('fatima'), { ...step(id), words: 'Seen at two, by me.' })
  const { number } = (await findConcern(of('tom'), id)).chronology.find((line) => line.kind === 'note')!
  await strikeLine(of('tom'), { ...step(id), number, words: 'It was three.' })
  expect((await findConcern(of('tom'), id)).chronology.find((line) => line.number === number)).toMatchObject({ isStruck: true, mayStrike: false, says: [{ label: null, text: 'Seen at two, by me.' }] })
  await expect(strikeLine(of('fatima'), { ...step(id), number, words })).rejects.toThrow('already')
  for (const one of [1, 2]) await expect(strikeLine(of('fatima'), { ...step(id), number: one, words }), 'neither what a child said nor who was told').rejects.toThrow('Only what somebody wrote')
})

test('whoever was brought in or asked reads no more once the role it was for has ended, though they hold another', async () => {
  const id = await taken()
  const asked = step(id)
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  await setAction(of('fatima'), { ...asked, ownerId: of('helen').id, dueOn: today(), what: words })
  const ends = (at: string) => onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = ${at} WHERE "personId" = '${of('helen').id}' AND "organisationId" = '${cast.riverside}' AND role = 'specialist'`)
  await onServer(databaseUrl(), `INSERT INTO "Membership" (id, "organisationId", "personId", role, "startsAt") VALUES (uuidv7(), '${cast.riverside}', '${of('helen').id}', 'trainer', app.now() - interval '1 day')`)
  await ends(`app.now() - interval '1 minute'`)
  await expect(findConcern(of('helen'), id)).rejects.toThrow(NotFound)
  await expect(findAction(of('helen'), asked.id)).rejects.toThrow(NotFound)
  await ends('NULL')
})

test('whoever raised it is told who looks after it now, and no more', async () => {
  const id = await taken()
  await handOverConcern(of('fatima'), { ...step(id), toId: of('tom').id, words })
  expect((await myConcerns(of('jay'), { take: 50 })).find((mine) => mine.concernId === id)).toMatchObject({ takenOnByName: 'Tom' })
})
