import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BufferSource, Input, ALL_FORMATS } from 'mediabunny'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { eicar, fakeClamd } from '#tests/support/fake-clamd.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { onServer } from '#tests/support/template.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, NotFound } from '../errors.ts'
import { settings } from '../settings.server.ts'
import { findFile, findFileToHandIn } from './find-file.server.ts'
import { findMatrix } from './find-matrix.server.ts'
import { handInWork } from './hand-in-work.server.ts'
import { keepFile } from './keep-file.server.ts'
import { markOf } from './look-for-names.server.ts'
import { takeBackEvidence } from './take-back-evidence.server.ts'

/** Two seconds each, written by ffmpeg with a title, an artist, a comment, a place and a picture in it, as far as its kind holds them. */
const sound = (name: string) => readFileSync(join(import.meta.dirname, '../../tests/support/sounds', name))
const traces = /Amara|Okafor|Mill|51\.5|PNG|IHDR|ID3|Lavf/

let cast: Cast
let registered: Record<string, string>
let criteria: Record<string, string>
const of = (name: string) => cast.people[name]!

beforeAll(async () => {
  cast = await theCast()
  ;({ registered, criteria } = await registeredLearners(cast, ['amara', 'jay']))
})
afterEach(() => { settings().CLAMD = undefined })

const keep = (name: string, bytes: Uint8Array, file: string, saidType = 'application/octet-stream') => keepFile(of(name), { registrationId: registered[name]!, bytes, saidType, name: file })
const words = 'Me, explaining our plan for the first meeting.'
const given = (fileId: string, transcript: string) => ({ id: newId(), registrationId: registered.amara!, fileId, words, transcript, criterionIds: [criteria['EX1 1.1']!], declared: true as const, looked: markOf(words, transcript), hasNobodyElse: true as const, hasNoNames: true as const, hasNoPlaces: true as const })

test('a recording is put into a new container, without its title, place, picture and time', async () => {
  const kinds: [file: string, saidType: string, kept: string][] = [
    ['voice.m4a', 'audio/x-m4a', 'audio/mp4'], ['voice.mp3', 'audio/mpeg', 'audio/mpeg'], ['voice.wav', 'audio/wav', 'audio/wav'], ['voice.ogg', 'audio/ogg', 'audio/webm'], ['voice.webm', 'audio/webm;codecs=opus', 'audio/webm'],
  ]
  for (const [name, saidType, type] of kinds) {
    const bytes = sound(name)
    expect(bytes.toString('latin1'), name).toMatch(traces)
    const fileId = await keep('amara', bytes, name, saidType)
    expect(await findFileToHandIn(of('amara'), { fileId }), name).toMatchObject({ type, seconds: 2, width: null, text: null })
    const kept = await findFile(of('amara'), { fileId })
    expect(kept.bytes.toString('latin1'), name).not.toMatch(traces)
    const opened = new Input({ source: new BufferSource(kept.bytes), formats: ALL_FORMATS })
    expect((await opened.getTracks()).map((track) => track.type), name).toEqual(['audio'])
    expect(Math.round(await opened.computeDuration()), name).toBe(2)
    const { raw: _, ...tags } = await opened.getMetadataTags()
    expect(tags, name).toEqual({})
    // A QuickTime clock begins in 1904: what was made at no time was made 2,082,844,800 seconds later.
    if (type === 'audio/mp4') expect(kept.bytes.readUInt32BE(kept.bytes.indexOf('mvhd') + 8)).toBe(2_082_844_800)
    const { rows: [row] } = await onServer(databaseUrl(), `SELECT bytes FROM "EvidenceFile" WHERE id = '${fileId}'`) as { rows: { bytes: Buffer }[] }
    expect(row!.bytes.includes(kept.bytes.subarray(100, 130)), name).toBe(false)
  }
}, 60_000)

test('a film, a sound of another kind, one that is too long, broken or a lie is refused in words', async () => {
  // Eight thousand samples a second, one byte each.
  const silence = (seconds: number) => {
    const head = Buffer.from(sound('voice.wav').subarray(0, 12).toString('latin1') + 'fmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0', 'latin1')
    head.writeUInt32LE(seconds * 8000, 40)
    head.writeUInt32LE(36 + seconds * 8000, 4)
    return Buffer.concat([head, Buffer.alloc(seconds * 8000, 128)])
  }
  const refused: [Uint8Array, string, string, RegExp][] = [
    [sound('film.mp4'), 'film.mp4', 'video/mp4', /That is a video, which Belay cannot take.*record only the sound/],
    [sound('film.webm'), 'film.webm', 'video/webm', /That is a video/],
    [sound('film.mp4'), 'talk.m4a', 'audio/mp4', /That is a video/],
    [sound('vorbis.ogg'), 'talk.ogg', 'audio/ogg', /a kind of sound, which Belay cannot take.*save it as M4A or MP3/],
    [Buffer.from('fLaC\0\0\0\x22'.padEnd(60, '\0'), 'latin1'), 'talk.flac', 'audio/flac', /a kind of sound/],
    [silence(611), 'talk.wav', 'audio/wav', /longer than 10 minutes/],
    [sound('voice.m4a').subarray(0, 3000), 'half.m4a', 'audio/mp4', /cannot be opened: it may be broken/],
    [Buffer.from('<html><script>alert(1)</script>'), 'talk.mp3', 'audio/mpeg', /says it is a recording \(MP3\), and inside it is plain text/],
    [sound('voice.mp3'), 'plan.pdf', 'application/pdf', /says it is a PDF, and inside it is a recording \(MP3\)/],
    [Buffer.concat([sound('voice.mp3'), Buffer.alloc(20_000_000)]), 'talk.mp3', 'audio/mpeg', /a recording \(MP3\) with 20 MB/],
  ]
  for (const [bytes, name, type, says] of refused) await expect(keep('jay', bytes, name, type), name).rejects.toThrow(says)
  // A phone that is a moment late is not punished for it.
  expect(await findFileToHandIn(of('jay'), { fileId: await keep('jay', silence(602), 'talk.wav', 'audio/x-wav') })).toMatchObject({ type: 'audio/wav', seconds: 602 })
}, 60_000)

test('a recording is handed in with what is said in it, which those read who may hear it, and nobody else', async () => {
  const fileId = await keep('amara', sound('voice.m4a'), 'voice.m4a')
  const transcript = 'First we say what we want.\nThen we say what stays between us.'
  await expect(handInWork(of('amara'), given(fileId, ''))).rejects.toThrow('Write down what is said in it')
  await expect(handInWork(of('amara'), { ...given(fileId, transcript), looked: markOf(words) }), 'it was not looked through').rejects.toThrow(Conflict)
  const piece = given(fileId, transcript)
  await handInWork(of('amara'), piece)
  for (const name of ['amara', 'noor', 'owen']) {
    expect((await findMatrix(of(name), { registrationId: registered.amara! })).evidence.find(({ id }) => id === piece.id), name).toMatchObject({ words, transcript, file: { type: 'audio/mp4', seconds: 2 } })
    expect((await findFile(of(name), { fileId })).bytes.length, name).toBeGreaterThan(1000)
  }
  for (const name of ['jay', 'grace', 'sam', 'marcus', 'helen', 'fatima', 'zia', 'ella', 'eve', 'hana']) {
    await expect(findFile(of(name), { fileId }), name).rejects.toThrow(NotFound)
    const seen = await read(of(name), (tx) => tx.evidence.findMany({ where: { id: piece.id } }))
    expect(seen, name).toEqual([])
  }
  const { rows: [row] } = await onServer(databaseUrl(), `SELECT transcript FROM "Evidence" WHERE id = '${piece.id}'`) as { rows: { transcript: Buffer }[] }
  expect(row!.transcript.toString('latin1')).not.toContain('between us')
  // It was opened for somebody a moment ago; it is still not for others, and gone for all once it is taken back.
  await takeBackEvidence(of('amara'), { evidenceId: piece.id })
  for (const name of ['noor', 'amara']) await expect(findFile(of(name), { fileId }), name).rejects.toThrow(NotFound)
  expect((await findMatrix(of('noor'), { registrationId: registered.amara! })).evidence.find(({ id }) => id === piece.id)).toMatchObject({ transcript: null, file: null })
})

test('words said in a picture are a mistake, and the table itself takes no sound without its words', async () => {
  const picture = readFileSync(join(import.meta.dirname, '../../docs/pictures/today-mentor.png'))
  await expect(handInWork(of('amara'), given(await keep('amara', picture, 'plan.png'), 'It says hello.'))).rejects.toThrow('no sound in it')
  const fileId = await keep('amara', sound('voice.mp3'), 'voice.mp3')
  await expect(change(of('amara'), (tx) => tx.evidence.createMany({ data: [{ id: newId(), organisationId: cast.riverside, registrationId: registered.amara!, personId: of('amara').id, byId: of('amara').id, kind: 'work', fileId, body: Buffer.from('x'), declarationVersion: 1 }] }))).rejects.toThrow(/row-level security/)
})

test('a file with something harmful in it is refused, and that it came is on record; without an answer nothing is kept, and it may be tried again', async () => {
  const clamd = await fakeClamd()
  settings().CLAMD = clamd.address
  const before = (await onServer(databaseUrl(), 'SELECT count(*)::int AS count FROM "EvidenceFile"') as { rows: { count: number }[] }).rows[0]!.count
  for (const [bytes, name] of [[Buffer.concat([sound('voice.mp3'), Buffer.from(eicar)]), 'voice.mp3'], [Buffer.from(eicar), 'plan.txt'], [Buffer.concat([readFileSync(join(import.meta.dirname, '../../docs/pictures/today-mentor.png')), Buffer.from(eicar)]), 'plan.png']] as const)
    await expect(keep('jay', bytes, name), name).rejects.toThrow('The virus check found something harmful')
  expect(clamd.scannedBytes.length).toBe(3)
  const { rows: acts } = await onServer(databaseUrl(), `SELECT "organisationId", "subjectId", facts FROM "Act" WHERE kind = 'accreditation.file-infected' AND "byId" = '${of('jay').id}'`) as { rows: { facts: object }[] }
  expect(acts).toMatchObject(Array.from({ length: 3 }, () => ({ organisationId: cast.riverside, subjectId: of('jay').id, facts: { found: 'Eicar-Test-Signature' } })))
  const safe = await keep('jay', sound('voice.mp3'), 'voice.mp3')
  expect(await findFileToHandIn(of('jay'), { fileId: safe })).toMatchObject({ seconds: 2 })
  expect(clamd.scannedBytes[3]!.equals(sound('voice.mp3')), 'scanned as it came').toBe(true)
  await clamd.end()
  await expect(keep('jay', sound('voice.mp3'), 'voice.mp3')).rejects.toThrow(/virus check does not answer.*Try again/)
  const after = (await onServer(databaseUrl(), 'SELECT count(*)::int AS count FROM "EvidenceFile"') as { rows: { count: number }[] }).rows[0]!.count
  expect(after - before).toBe(1)
})
