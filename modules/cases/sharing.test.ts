import { expect, test } from 'vitest'
import { kinds, of, step, taken, triage, words } from '#tests/support/a-case.ts'
import { onServer } from '#tests/support/template.ts'
import { after, hours, now } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { closeConcern } from './close-concern.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { sharingLog } from './sharing-log.server.ts'
import { strikeLine } from './strike-line.server.ts'
import { writeDownNotSharing } from './write-down-not-sharing.server.ts'
import { writeDownSharing } from './write-down-sharing.server.ts'

const clock = (moment = now()) => localOf(moment, 'Europe/London')
const shared = { recipient: 'police', basis: 'vital_interests', to: 'PC Ames, Riverside station', what: 'Where he said he sleeps.', how: 'Rung on the number of the station.', reasons: 'He is not at home.' } as const
const share = (concernId: string, by = 'fatima', more: object = {}) => writeDownSharing(of(by), { ...step(concernId), ...shared, happenedAt: clock(), ...more })
const notShared = { recipient: 'family', whyNot: 'not_yet', to: 'His uncle', what: 'That he spoke to us.', reasons: 'It may be about him.' } as const

test('what was shared, and what was not, stands in the case and in a list of its own; the chronology is whole', async () => {
  const id = await taken()
  await share(id, 'fatima', { asked: 'The duty sergeant' })
  await writeDownNotSharing(of('tom'), { ...step(id), ...notShared })
  const [police, uncle] = (await findConcern(of('fatima'), id)).chronology.filter((line) => line.kind.endsWith('shared'))
  expect(police).toMatchObject({ byName: 'Fatima', recipient: 'police', basis: 'vital_interests', says: [{ text: shared.to }, { text: shared.what }, { text: shared.how }, { text: shared.reasons }, { label: 'Who asked for it', text: 'The duty sergeant' }] })
  expect(uncle).toMatchObject({ byName: 'Tom', recipient: 'family', whyNot: 'not_yet', basis: null })
  expect((await sharingLog(of('tom'))).filter((entry) => entry.concernId === id).map(({ kind, byName, raisedByName }) => ({ kind, byName, raisedByName })))
    .toEqual([{ kind: 'not-shared', byName: 'Tom', raisedByName: 'Jay' }, { kind: 'shared', byName: 'Fatima', raisedByName: 'Jay' }])
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
})

test('it can be written down once a case is taken on, also after it was closed; not before, and not as something still to come', async () => {
  const waiting = await raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'A bruise.', danger: 'soon' })
  await expect(share(waiting)).rejects.toThrow(Conflict)
  const id = await taken()
  await expect(share(id, 'fatima', { happenedAt: clock(after(hours(2))) })).rejects.toThrow('still to come')
  await triage(id, 'low')
  await closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words })
  await share(id)
  expect((await kinds(id)).at(-1)).toBe('shared')
})

test.each(['marcus', 'jay', 'amara', 'grace', 'bea', 'hana', 'ella'])('%s, who does not keep the case, writes nothing of it down and does not find it in the list', async (name) => {
  const id = await taken()
  await share(id)
  await expect(share(id, name)).rejects.toThrow(NotFound)
  await expect(writeDownNotSharing(of(name), { ...step(id), ...notShared })).rejects.toThrow(NotFound)
  if (name === 'bea' || name === 'hana') expect((await sharingLog(of(name))).filter((entry) => entry.concernId === id)).toEqual([])
  else await expect(sharingLog(of(name))).rejects.toThrow(Forbidden)
})

test('somebody who was brought in reads what was shared and does not write it; whom it is kept from sees it nowhere', async () => {
  const id = await taken()
  await share(id)
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  await expect(share(id, 'helen')).rejects.toThrow(Forbidden)
  await keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words })
  expect((await sharingLog(of('tom'))).filter((entry) => entry.concernId === id)).toEqual([])
  await expect(share(id, 'tom')).rejects.toThrow(NotFound)
})

test('sent twice it is one line; two leads at once are two; a mistaken one is struck through and stays', async () => {
  const id = await taken()
  const one = step(id)
  await Promise.all([1, 2].map(() => writeDownSharing(of('fatima'), { ...one, ...shared, happenedAt: clock() })))
  await Promise.all([share(id, 'fatima'), share(id, 'tom')])
  const lines = (await findConcern(of('tom'), id)).chronology.filter((line) => line.kind === 'shared')
  expect(lines).toHaveLength(3)
  await strikeLine(of('tom'), { ...step(id), number: lines[0]!.number, words: 'It was the other station.' })
  expect((await sharingLog(of('fatima'))).filter((entry) => entry.concernId === id).map((entry) => entry.isStruck)).toEqual([false, false, true])
})

test('nor past the deeds', async () => {
  const id = await taken()
  const add = (name: string, kind: string) => onServer(databaseUrl(), `SET ROLE app; SELECT set_config('app.viewer', '${of(name).id}', false); SELECT app.add_to_chronology(uuidv7(), '${id}', '${kind}', '{}', '\\x01')`)
  for (const [name, kind] of [['marcus', 'shared'], ['jay', 'shared'], ['bea', 'not-shared'], ['hana', 'shared'], ['amara', 'notified'], ['fatima', 'chased'], ['fatima', 'agency-answered']] as const) await expect(add(name, kind), `${name} ${kind}`).rejects.toThrow()
})
