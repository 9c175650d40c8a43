import { once } from 'node:events'
import { expect, test } from 'vitest'
import { gathered } from './gathered.server.ts'

async function whatComes(write: (stream: ReturnType<typeof gathered>) => Promise<void> | void) {
  const stream = gathered()
  const pieces: string[] = []
  stream.on('data', (piece: Buffer) => pieces.push(piece.toString()))
  const over = once(stream, 'end')
  await write(stream)
  stream.end()
  await over
  return pieces
}

test('What is written at once comes in one piece, whole and in its order', async () => {
  expect(await whatComes((stream) => { for (const word of ['so ', 'many ', 'words']) stream.write(word) })).toEqual(['so many words'])
})

test('What comes later is not waited for', async () => {
  expect(await whatComes(async (stream) => {
    stream.write('first')
    const [piece] = await once(stream, 'data') as [Buffer]
    expect(piece.toString()).toBe('first')
    stream.write('then')
  })).toEqual(['first', 'then'])
})

test('Nothing written is nothing handed on', async () => {
  expect(await whatComes(() => {})).toEqual([])
})
