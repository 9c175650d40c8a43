import { expect, test } from 'vitest'
import { readUpload, readUploadOf } from './read-upload.server.ts'

/** A form as a browser sends it; what follows a file in it are words all the same. */
function sent(parts: [name: string, value: string | Uint8Array<ArrayBuffer>][]): Request {
  const form = new FormData()
  for (const [name, value] of parts) form.append(name, typeof value === 'string' ? value : new Blob([value], { type: 'image/jpeg' }), ...(typeof value === 'string' ? [] : [value.length ? 'IMG 1.jpg' : '']) as [])
  return new Request('http://localhost/learn/portfolio/work', { method: 'POST', body: form })
}
const photo = new Uint8Array(500).fill(7)

test('words come through with the file, whichever comes first, and the first file that was chosen counts', async () => {
  const { form, file, isTooBig } = await readUpload(sent([['id', '1'], ['file', new Uint8Array()], ['file', photo], ['words', 'My plan. Grüße'], ['criterionIds', 'a'], ['criterionIds', 'b']]), 1000)
  expect([...form]).toEqual([['id', '1'], ['words', 'My plan. Grüße'], ['criterionIds', 'a'], ['criterionIds', 'b']])
  expect(file).toMatchObject({ name: 'IMG 1.jpg', saidType: 'image/jpeg' })
  expect([file!.bytes.length, isTooBig]).toEqual([500, false])
  expect((await readUpload(sent([['words', 'none'], ['file', new Uint8Array()]]), 1000)).file).toBeNull()
})

test('a file that is too big is passed over, and the words after it are there', async () => {
  const { form, file, isTooBig } = await readUpload(sent([['words', 'before'], ['file', new Uint8Array(5_000_000)], ['more', 'after']]), 1000)
  expect([form.get('words'), form.get('more'), file, isTooBig]).toEqual(['before', 'after', null, true])
})

test.each(['a;b.jpg', 'a=b.jpg', 'photo "x".jpg', '<img src=x>.jpg', 'naïve 名.jpg', `${'long '.repeat(60)}.jpg`, 'a&b\'s.jpg'])('a file called %j arrives like any other, and the words with it', async (name) => {
  const form = new FormData()
  form.append('words', 'before')
  form.append('file', new Blob([photo], { type: 'image/jpeg' }), name)
  form.append('more', 'after')
  const got = await readUpload(new Request('http://localhost/', { method: 'POST', body: form }), 1000)
  expect([got.form.get('words'), got.form.get('more'), got.file?.bytes.length]).toEqual(['before', 'after', 500])
  expect(got.file!.name).toMatch(/.jpg$/)
})

test('a form that arrives broken, or is none, is refused in words; more words than fit are not held', async () => {
  const broken = new Request('http://localhost/', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x\r\nContent-Disposition: form-data; name="words"\r\n\r\nhalf a' })
  await expect(readUpload(broken, 1000)).rejects.toMatchObject({ init: { status: 400 } })
  for (const most of [0, 1000]) for (const tail of ['half a photo', 'half a photo\r\n--', '']) {
    const halfAFile = new Request('http://localhost/', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: `--x\r\nContent-Disposition: form-data; name="words"\r\n\r\nhere\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${tail}` })
    await expect(readUpload(halfAFile, most), tail).rejects.toMatchObject({ init: { status: 400 } })
  }
  await expect(readUpload(new Request('http://localhost/', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }), 1000)).rejects.toMatchObject({ init: { status: 415 } })
  const { form } = await readUpload(sent([['words', 'a'.repeat(900_000)], ['more', 'b'.repeat(900_000)], ['last', 'c']]), 1000)
  expect([form.get('words'), form.get('more')]).toEqual(['a'.repeat(900_000), null])
})

test('somebody has two files on their way, and not three; another person is not kept waiting by it', async () => {
  let finish: (() => void)[] = []
  const slow = () => {
    const body = new ReadableStream({ start: (control) => void finish.push(() => { control.enqueue(Buffer.from('--x\r\nContent-Disposition: form-data; name="words"\r\n\r\nhere\r\n--x--\r\n')); control.close() }) })
    return new Request('http://localhost/', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body, duplex: 'half' })
  }
  const both = [readUploadOf('amara', slow(), 1000), readUploadOf('amara', slow(), 1000)]
  await expect(readUploadOf('amara', slow(), 1000)).rejects.toMatchObject({ init: { status: 429 } })
  const other = readUploadOf('jay', slow(), 1000)
  for (const one of finish) one()
  for (const one of [...both, other]) expect((await one).form.get('words')).toBe('here')
  finish = []
  const again = readUploadOf('amara', slow(), 1000)
  for (const one of finish) one()
  expect((await again).form.get('words')).toBe('here')
})
