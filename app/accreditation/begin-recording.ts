/** Lets go of the microphone, and its light goes out. */
export const letGoOf = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop())

/** Records from a microphone from now on. A browser may give us the microphone and then not record from it: it is let go of before anybody is told. */
export function beginRecording(stream: MediaStream): MediaRecorder {
  try {
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 64_000 })
    recorder.start(1000)
    return recorder
  } catch (error) {
    letGoOf(stream)
    throw error
  }
}
