import { expect, test } from 'vitest'
import { answerIn } from './answer-alone.ts'

test('what a process answered is its line and its file; half a line, or none, is no answer and no error', () => {
  expect(answerIn(Buffer.from('{"seconds":2}\nfile'))).toEqual({ said: { seconds: 2 }, bytes: new Uint8Array(Buffer.from('file')) })
  for (const broken of ['', '\nfile', '{"seconds":2}', '{"seco\nfile', 'Warning: something\n{"seconds":2}\nfile']) expect(answerIn(Buffer.from(broken)), broken).toBeNull()
})
