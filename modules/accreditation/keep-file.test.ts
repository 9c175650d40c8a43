import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { phonePhoto } from '#tests/support/phone-photo.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { onServer } from '#tests/support/template.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { findFile, findFileToHandIn } from './find-file.server.ts'
import { keepFile } from './keep-file.server.ts'

let cast: Cast
let registered: Record<string, string>
let photo: Buffer
const of = (name: string) => cast.people[name]!

beforeAll(async () => {
  cast = await theCast()
  ;({ registered } = await registeredLearners(cast, ['amara', 'jay', 'priya']))
  photo = await phonePhoto()
})

const keep = (name: string, bytes: Uint8Array, saidType = 'image/jpeg', file = 'IMG_0001.jpg') => keepFile(of(name), { registrationId: registered[name]!, bytes, saidType, name: file })
/** A small PNG that says it unfolds into so many. */
function pixels(width: number, height: number): Buffer {
  const part = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), part('IHDR', head), part('IDAT', deflateSync(Buffer.alloc(1_000_000))), part('IEND', Buffer.alloc(0))])
}

test('a photo loses where it was taken, stands upright, and is sealed', async () => {
  const before = await sharp(photo).metadata()
  expect(before).toMatchObject({ width: 600, height: 400, orientation: 6 })
  expect(before.exif?.toString('latin1')).toContain('Fairphone')
  const fileId = await keep('amara', photo)
  const kept = await findFile(of('amara'), { fileId })
  const about = await sharp(kept.bytes).metadata()
  expect(about).toMatchObject({ format: 'jpeg', width: 400, height: 600 })
  expect([about.exif, about.xmp, about.iptc, about.orientation]).toEqual([undefined, undefined, undefined, undefined])
  expect(kept.bytes.toString('latin1')).not.toMatch(/Fairphone|GPS|Exif/)
  expect(await findFileToHandIn(of('amara'), { fileId })).toMatchObject({ type: 'image/jpeg', width: 400, height: 600, size: kept.bytes.length, text: null })
  const { rows: [row] } = await onServer(databaseUrl(), `SELECT bytes FROM "EvidenceFile" WHERE id = '${fileId}'`) as { rows: { bytes: Buffer }[] }
  expect(row!.bytes.includes(kept.bytes.subarray(0, 20))).toBe(false)
})

test('there is room for so much of one learner and of a setting, and it is said when it is full', async () => {
  const fill = (count: number) => onServer(databaseUrl(), `
    WITH f AS (INSERT INTO "EvidenceFile" (id, "organisationId", "registrationId", "personId", type, size, bytes)
      SELECT uuidv7(), r."organisationId", r.id, r."personId", 'image/jpeg', 12000000, '\\x00' FROM "Registration" r, generate_series(1, ${count}) WHERE r.id = '${registered.priya!}' RETURNING *)
    INSERT INTO "Evidence" (id, "organisationId", "registrationId", "personId", kind, body, "fileId", "byId", "declarationVersion")
      SELECT uuidv7(), f."organisationId", f."registrationId", f."personId", 'work', '\\x00', f.id, f."personId", 1 FROM f`)
  await fill(16)
  await keep('priya', photo)
  await fill(1)
  await expect(keep('priya', photo)).rejects.toThrow(/filled the 200 MB there are for each learner/)
  await keep('jay', photo)
  await fill(1660)
  await expect(keep('jay', photo)).rejects.toThrow('no room left for photos and files in your setting')
  await onServer(databaseUrl(), `DELETE FROM "EvidenceFile" WHERE bytes = '\\x00'`)
  await keep('priya', photo)
})

test('a photo too large for a page is made smaller; one that unfolds into more than there is room for is refused', async () => {
  const large = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#335577' } }).png().toBuffer()
  expect(await findFileToHandIn(of('jay'), { fileId: await keep('jay', large, 'image/png', 'page.png') })).toMatchObject({ type: 'image/jpeg', width: 2400, height: 1800 })
  const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#000000' }, limitInputPixels: false }).png({ compressionLevel: 9 }).toBuffer()
  expect(bomb.length).toBeLessThan(2_000_000)
  await expect(keep('jay', bomb, 'image/png', 'small.png')).rejects.toThrow(/cannot be opened: it may be broken, or far too large/)
}, 60_000)

test('what a file is, its bytes say: one that lies, and one that is not taken, is refused in words', async () => {
  const zip = Buffer.from('504b030414000000000000000000000000000000000000000000000001000000612e747874', 'hex')
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(12), Buffer.from('mif1heic')])
  const refused: [Uint8Array, string, string, RegExp][] = [
    [Buffer.from('<html><script>alert(1)</script>'), 'image/jpeg', 'me.jpg', /says it is a photo \(JPEG\), and inside it is plain text/],
    [zip, 'image/jpeg', 'me.jpg', /says it is a photo \(JPEG\), and inside it is a ZIP file/],
    [photo, 'application/pdf', 'plan.pdf', /says it is a PDF, and inside it is a photo/],
    [photo, 'image/jpeg', 'notes.txt', /says it is plain text, and inside it is a photo/],
    [heic, 'image/heic', 'IMG_1.heic', /iPhone’s own kind of photo \(HEIC\), which Belay cannot take.*Most Compatible/],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml', 'a.svg', /says it is another kind of file|web page or a drawing/],
    [Buffer.from([0, 1, 2, 3, 4, 5]), 'application/octet-stream', 'x', /another kind of file, which Belay cannot take/],
    [photo.subarray(0, 900), 'image/jpeg', 'half.jpg', /cannot be opened: it may be broken/],
    [Buffer.alloc(0), 'image/jpeg', 'none.jpg', /empty/],
    [Buffer.concat([photo, Buffer.alloc(33_000_000)]), 'image/jpeg', 'big.jpg', /That is too big/],
    [Buffer.from('<svg onload="alert(1)"/>'), 'image/png', 'a.png', /says it is a picture \(PNG\), and inside it is plain text/],
    [Buffer.concat([Buffer.from('MZ'), photo]), 'image/jpeg', 'a.jpg', /inside it is a program/],
    [Buffer.from('caf\xe9', 'latin1'), 'text/plain', 'old.txt', /Save the file again as “UTF-8”/],
    [Buffer.from('<p>hello'), 'text/html', 'page', /says it is a web page, and inside it is plain text/],
    [pixels(50_000, 50_000), 'image/png', 'bomb.png', /far too large/],
  ]
  for (const [bytes, type, name, says] of refused) await expect(keep('jay', bytes, type, name), name).rejects.toThrow(says)
  // What follows a photo in its file, or hides in it, is not drawn.
  for (const tail of ['PK\x03\x04 a ZIP', '%PDF-1.4 <script>']) expect((await findFile(of('jay'), { fileId: await keep('jay', Buffer.concat([photo, Buffer.from(tail)])) })).bytes.toString('latin1')).not.toContain(tail)
  // A phone that calls a WebP a JPEG does not lie about what matters: it is a photo.
  expect(await findFileToHandIn(of('jay'), { fileId: await keep('jay', await sharp(photo).webp().toBuffer(), 'image/jpeg', 'whatsapp.jpg') })).toMatchObject({ type: 'image/jpeg' })
})

test('plain text is kept as text', async () => {
  const fileId = await keep('jay', Buffer.from('﻿What we agreed:\r\nWednesdays at four.'), 'text/plain', 'plan.txt')
  expect(await findFileToHandIn(of('jay'), { fileId })).toMatchObject({ type: 'text/plain', text: 'What we agreed:\nWednesdays at four.' })
  const wide = await keep('jay', Buffer.from('\uFEFFWritten in Notepad, as “Unicode”.', 'utf16le'), 'text/plain', 'plan.txt')
  expect(await findFileToHandIn(of('jay'), { fileId: wide })).toMatchObject({ text: 'Written in Notepad, as “Unicode”.' })
  const table = await keep('jay', Buffer.from('when,what\nMonday,met'), 'text/csv', 'plan.csv')
  expect(await findFileToHandIn(of('jay'), { fileId: table })).toMatchObject({ type: 'text/plain' })
})

test('a PDF loses what it says of its maker, also in a photo within it; one that does something, is locked or is broken is refused', async () => {
  const pdf = await PDFDocument.create()
  pdf.setAuthor('Amara Okafor')
  pdf.setTitle('At 14 Mill Lane')
  const drawn = await pdf.embedJpg(photo)
  pdf.addPage([300, 300]).drawImage(drawn)
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(pdf.context.stream('<x:xmpmeta>Amara</x:xmpmeta>', { Type: 'Metadata', Subtype: 'XML' })))
  const given = Buffer.from(await pdf.save({ useObjectStreams: false }))
  expect(given.toString('latin1')).toMatch(/Fairphone/)
  const kept = await findFile(of('amara'), { fileId: await keep('amara', given, 'application/pdf', 'plan.pdf') })
  const after = await PDFDocument.load(kept.bytes, { updateMetadata: false })
  expect([after.getPageCount(), after.getAuthor(), after.getTitle(), after.getProducer()]).toEqual([1, undefined, undefined, undefined])
  expect(kept.bytes.toString('latin1')).not.toMatch(/Fairphone|xmpmeta|Amara|Mill Lane/)

  const doing = async (change: (pdf: PDFDocument) => void) => {
    const live = await PDFDocument.create()
    live.addPage()
    change(live)
    return keep('amara', await live.save(), 'application/pdf', 'live.pdf')
  }
  const script = { S: 'JavaScript', JS: PDFString.of('app.alert(1)') }
  await expect(doing((live) => live.addJavaScript('first', 'app.alert(1)'))).rejects.toThrow(/does something when it is opened/)
  await expect(doing((live) => live.getPage(0).node.set(PDFName.of('Annots'), live.context.obj([{ Type: 'Annot', Subtype: 'Link', A: script }])))).rejects.toThrow(/does something when it is opened/)
  await expect(doing((live) => { void live.attach(Buffer.from('MZ'), 'a.exe', { mimeType: 'application/x-msdownload' }); live.context.register(live.context.obj({ Type: 'Filespec', EF: {} })) })).rejects.toThrow(/does something when it is opened/)
  const opened = await findFile(of('amara'), { fileId: await doing((live) => live.catalog.set(PDFName.of('OpenAction'), live.context.obj(script))) })
  expect((await PDFDocument.load(opened.bytes)).catalog.get(PDFName.of('OpenAction'))).toBeUndefined()
  await expect(keep('amara', Buffer.from('%PDF-1.7\nnothing follows'), 'application/pdf', 'broken.pdf')).rejects.toThrow(/cannot be read/)
}, 60_000)
