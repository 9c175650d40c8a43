import { afterEach, expect, test, vi } from 'vitest'
import { beginRecording } from './begin-recording.ts'

afterEach(() => void vi.unstubAllGlobals())

test('a microphone that is given and cannot be recorded from is let go of', () => {
  const stopped = vi.fn()
  const stream = { getTracks: () => [{ stop: stopped }] } as unknown as MediaStream
  const startWith = (start: () => void) => {
    vi.stubGlobal('MediaRecorder', class { start = start })
    return beginRecording(stream)
  }
  expect(startWith(() => undefined)).toBeInstanceOf(MediaRecorder)
  expect(stopped).not.toHaveBeenCalled()
  expect(() => startWith(() => { throw new DOMException('', 'NotSupportedError') })).toThrow(DOMException)
  expect(stopped).toHaveBeenCalledTimes(1)
  vi.stubGlobal('MediaRecorder', function () { throw new DOMException('', 'NotSupportedError') })
  expect(() => beginRecording(stream)).toThrow(DOMException)
  expect(stopped).toHaveBeenCalledTimes(2)
})
