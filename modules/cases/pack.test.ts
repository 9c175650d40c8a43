import { beforeAll, expect, test } from 'vitest'
import { cast, of, step, words } from '#tests/support/a-case.ts'
import { firstBroken, openPack } from '#tests/support/open-pack.ts'
import type { Visitor } from '../db/viewer.ts'
import { newId } from '../db/new-id.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { addMentee } from '../mentoring/add-mentee.server.ts'
import { giveMenteeCode } from '../mentoring/give-mentee-code.server.ts'
import { letMenteeIn } from '../mentoring/let-mentee-in.server.ts'
import { lookUpVisit } from '../mentoring/look-up-visit.server.ts'
import type { Pack } from '../packs/pack.ts'
import { addNote } from '../safeguarding/add-note.server.ts'
import { addToConcern } from '../safeguarding/add-to-concern.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { takeOnConcern } from '../safeguarding/take-on-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { whoLooked } from '../safeguarding/who-looked.server.ts'
import { today } from '../clock.ts'
import { bringIn } from './bring-in.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { linkConcerns } from './link-concerns.server.ts'
import { markBody } from './mark-body.server.ts'
import { setAction } from './set-action.server.ts'
import { strikeLine } from './strike-line.server.ts'
import { takePack } from './take-pack.server.ts'
import { triageConcern } from './triage-concern.server.ts'
import { writeDownSharing } from './write-down-sharing.server.ts'
import { localOf } from '../cohorts/timetable.ts'
import { now } from '../clock.ts'

const password = 'kettle-otter-violin'
const said = 'قال محمد: «لا أريد العودة». 😭 She said it twice.'
let id: string
let other: string
let taken: Awaited<ReturnType<typeof takePack>>
let opened: { pack: Pack; pdf: Buffer; clear: string }

/** A mentee's own concern, with everything a case can have. */
beforeAll(async () => {
  const menteeId = await addMentee(of('marcus'), { organisationId: cast.riverside, birdName: 'Dunnock' })
  const { code } = await giveMenteeCode(of('marcus'), { menteeId })
  const visitor: Visitor = (await lookUpVisit((await letMenteeIn({ code }, { address: '203.0.113.9' })).token))!.visitor
  id = await raiseConcern(visitor, { id: newId(), who: 'Me', what: said, danger: 'unsure' })
  await takeOnConcern(of('fatima'), { concernId: id, firstStep: 'See her at two.' })
  await addToConcern(visitor, { id: newId(), concernId: id, part: 'words', said: { words: 'He said I am not to tell.' } })
  await markBody(of('fatima'), { ...step(id), marks: [{ place: 'front.left_forearm', size: 'like a coin', colour: 'red' }, { place: 'right_palm.right_thumb' }] as never })
  await triageConcern(of('fatima'), { ...step(id), level: 'high', threshold: 'child_in_need', reasons: 'Marks, and fear.', wishes: 'To stay with her gran.' })
  await addNote(of('fatima'), { ...step(id), words: 'Her aunt rang at three.' })
  const note = (await findConcern(of('fatima'), id)).chronology.findLast(({ kind }) => kind === 'note')!
  await strikeLine(of('tom'), { ...step(id), number: note.number, words: 'It was her mother.' })
  await setAction(of('fatima'), { ...step(id), ownerId: of('marcus').id, dueOn: today(), what: 'Meet her at the gate.' })
  await writeDownSharing(of('fatima'), { ...step(id), recipient: 'police', basis: 'vital_interests', to: 'PC Ames', what: 'Where he sleeps.', how: 'Rung.', reasons: 'He is not at home.', happenedAt: localOf(now(), 'Europe/London') })
  other = await raiseConcern(of('jay'), { id: newId(), who: 'Her brother', what: 'The other story, about a brother.', danger: 'soon' })
  await linkConcerns(of('fatima'), { ...step(id), otherId: other, kind: 'sibling', words: 'Same door, linked by hand.' })
  taken = await takePack(of('fatima'), { concernId: id, password })
  opened = await openPack(taken.html, password)
}, 60_000)

test('it carries every line in order, what was struck through too, what the mentee added, marks in words, what is to be done; and every link can be made again', () => {
  const { pack } = opened
  expect(pack).toMatchObject({ format: 'belay-case-pack', version: 1, madeBy: 'Fatima', handedOn: null, setting: { name: 'Riverside Academy' }, concern: { raisedBy: 'Dunnock', who: 'Me', what: said, level: 'High', lookedAfterBy: 'Fatima' } })
  expect(pack.chronology.map(({ number }) => number)).toEqual(pack.chronology.map((_, index) => index + 1))
  const line = (kind: string) => pack.chronology.find(({ link }) => link.kind === kind)!
  expect(line('note')).toMatchObject({ isStruck: true, parts: [{ text: 'Her aunt rang at three.' }] })
  expect(line('struck')).toMatchObject({ byName: 'Tom', parts: [{ text: 'It was her mother.' }] })
  expect(line('added')).toMatchObject({ byName: null, parts: [{ text: 'He said I am not to tell.' }] })
  expect(line('marked').marks).toEqual([{ place: 'left forearm, front', words: 'Like a coin, red.' }, { place: 'right thumb, palm side', words: 'Nothing more was said of it.' }])
  expect(pack.chronology.filter(({ link }) => link.kind === 'exported')).toHaveLength(1)
  expect(pack.actions).toEqual([{ what: 'Meet her at the gate.', owner: 'Marcus', dueOn: today(), end: null }])
  expect(firstBroken(pack)).toBe(0)
})

test.each([
  ['a changed field', (pack: Pack) => { pack.chronology[3]!.link.ms += 1 }, 4],
  ['changed words', (pack: Pack) => { pack.chronology[2]!.link.wordsHash = '00'.repeat(32) }, 3],
  ['a line taken out', (pack: Pack) => { pack.chronology.splice(4, 1) }, 6],
  ['another time', (pack: Pack) => { pack.chronology[3]!.at = '2020-01-01T00:00:00.000Z' }, 4],
  ['a line said to be struck through', (pack: Pack) => { pack.chronology[3]!.isStruck = true }, 4],
  ['one that was struck through, and is not said to be', (pack: Pack) => { pack.chronology.find(({ isStruck }) => isStruck)!.isStruck = false }, 0],
  ['other words in a line', (pack: Pack) => { pack.chronology.find(({ link }) => link.kind === 'note')!.parts[0]!.text = 'Nobody rang.' }, -2],
  ['other words of the child', (pack: Pack) => { pack.concern.what = 'Nothing.' }, -2],
  ['the end cut off', (pack: Pack) => { pack.chronology.pop() }, -1],
])('%s no longer fits the links', (_, spoil, broken) => {
  const pack = structuredClone(opened.pack)
  spoil(pack)
  expect(firstBroken(pack)).toBe(broken === -1 ? pack.chronology.length + 1 : broken === -2 ? pack.chronology.length : broken || opened.pack.chronology.find(({ isStruck }) => isStruck)!.number)
})

test('the PDF is tagged, has a heading a line and the drawings with what they show, in every script', () => {
  const pdf = opened.pdf.toString('latin1')
  for (const [what, pattern] of Object.entries({ tagged: /\/Marked true/, 'PDF/UA-1': /pdfuaid:part>1</, heading: /\/S \/H2\b/, 'heading under it': /\/S \/H3\b/, drawing: /\/S \/Figure\b/, 'what it shows': /\/Alt \(Front of the body, with mark 1 on the left forearm, front\)/ })) expect(pattern.test(pdf), what).toBe(true)
})

test('nothing of it stands in the file in clear; a wrong password and a changed file open nothing; no other concern is in it', async () => {
  for (const word of ['Dunnock', 'Fatima', 'gran', id, 'محمد', password]) expect(opened.clear, word).not.toContain(word)
  expect(opened.clear).toContain(`default-src 'none'`)
  expect(opened.clear).not.toMatch(/https?:\/\//)
  await expect(openPack(taken.html, 'kettle-otter-violet')).rejects.toThrow()
  const place = taken.html.indexOf('"sealed":"') + 500
  await expect(openPack(`${taken.html.slice(0, place)}${taken.html[place] === 'A' ? 'B' : 'A'}${taken.html.slice(place + 1)}`, password)).rejects.toThrow()
  await expect(openPack(taken.html.replace('"iterations":1000000', '"iterations":1000'), password)).rejects.toThrow()
  const whole = JSON.stringify(opened.pack)
  for (const word of [other, 'brother', 'linked by hand']) expect(whole, word).not.toContain(word)
})

test('that it was taken out is a line first, each file its own, and the leads see it under who looked', async () => {
  const note = (await findConcern(of('tom'), id)).chronology.find(({ kind }) => kind === 'note')!
  await takePack(of('tom'), { concernId: id, password })
  await takePack(of('tom'), { id: note.id, concernId: id, password } as never)
  expect((await findConcern(of('fatima'), id)).chronology.filter(({ kind }) => kind === 'exported').map(({ byName }) => byName)).toEqual(['Fatima', 'Tom', 'Tom'])
  expect((await whoLooked(of('fatima'), { month: today().slice(0, 7) })).find(({ name }) => name === 'Tom')).toMatchObject({ prints: 0, packs: 2 })
  expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
}, 90_000)

test('only who keeps the case takes it out, with a password that is not guessed first; and nothing goes on record otherwise', async () => {
  await bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words })
  await expect(takePack(of('helen'), { concernId: id, password })).rejects.toThrow(Forbidden)
  for (const weak of ['short', 'fatimafatima', 'password1234', 'kettle-riverside-4', 'dunnock-otter-violin']) await expect(takePack(of('fatima'), { concernId: id, password: weak }), weak).rejects.toThrow()
  await keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words })
  for (const name of ['tom', 'marcus', 'jay', 'grace', 'bea', 'ella']) await expect(takePack(of(name), { concernId: id, password }), name).rejects.toThrow(NotFound)
  expect((await findConcern(of('fatima'), id)).chronology.filter(({ kind }) => kind === 'exported')).toHaveLength(3)
})
