import { useEffect, useRef, useState } from 'react'
import { beginRecording, letGoOf } from './begin-recording.ts'

export type Recording = { file: File; address: string; seconds: number }
export type Recorder = {
  /** Whether this browser can record here at all; known once there is script. Over plain http in a network it cannot. */
  canRecord: boolean
  state: 'still' | 'asking' | 'recording'
  /** How long it has been recording. */
  seconds: number
  recording: Recording | null
  problem: 'refused' | 'none' | 'taken' | 'nothing' | null
  start: () => Promise<void>
  stop: () => void
  forget: () => void
}

const endings: Record<string, string> = { 'audio/webm': 'webm', 'audio/mp4': 'm4a', 'audio/ogg': 'ogg' }
const problems: Record<string, Recorder['problem']> = { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'none', OverconstrainedError: 'none', NotReadableError: 'taken', AbortError: 'taken' }

/** Records from the microphone, in whatever the browser's makers chose: the server makes one of a few kinds of it. It stops by itself when the time is up, and keeps what it has if the microphone is taken away. */
export function useRecorder(mostSeconds: number): Recorder {
  const [canRecord, setCanRecord] = useState(false)
  const [state, setState] = useState<Recorder['state']>('still')
  const [seconds, setSeconds] = useState(0)
  const [recording, setRecording] = useState<Recording | null>(null)
  const [problem, setProblem] = useState<Recorder['problem']>(null)
  const running = useRef<MediaRecorder | null>(null)
  const isHere = useRef(true)

  useEffect(() => {
    isHere.current = true
    // Typed as always there; over plain http neither is.
    setCanRecord('mediaDevices' in navigator && 'MediaRecorder' in window)
    return () => {
      isHere.current = false
      if (running.current?.state === 'recording') running.current.stop()
    }
  }, [])

  useEffect(() => () => { if (recording) URL.revokeObjectURL(recording.address) }, [recording])

  async function start() {
    setState('asking')
    setProblem(null)
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } })
    } catch (error) {
      setState('still')
      return setProblem(problems[(error as DOMException).name] ?? 'none')
    }
    // Somebody went on while the browser was asking.
    if (!isHere.current) return letGoOf(stream)
    let recorder: MediaRecorder
    try {
      recorder = beginRecording(stream)
    } catch (error) {
      setState('still')
      return setProblem(problems[(error as DOMException).name] ?? 'nothing')
    }
    const parts: Blob[] = []
    const since = performance.now()
    const lasted = () => Math.min(mostSeconds, (performance.now() - since) / 1000)
    const clock = setInterval(() => {
      setSeconds(lasted())
      if (lasted() >= mostSeconds && recorder.state === 'recording') recorder.stop()
    }, 250)
    recorder.ondataavailable = ({ data }) => { if (data.size > 0) parts.push(data) }
    recorder.onstop = () => {
      clearInterval(clock)
      letGoOf(stream)
      running.current = null
      if (!isHere.current) return
      setState('still')
      const type = recorder.mimeType.split(';')[0]!
      if (parts.length === 0) return setProblem('nothing')
      const file = new File(parts, `recording.${endings[type] ?? 'webm'}`, { type })
      setRecording({ file, address: URL.createObjectURL(file), seconds: lasted() })
    }
    // A call comes in, or the earphones are pulled out: what was said until then is kept.
    stream.getAudioTracks()[0]?.addEventListener('ended', () => { if (recorder.state === 'recording') recorder.stop() })
    running.current = recorder
    setSeconds(0)
    setRecording(null)
    setState('recording')
  }

  return { canRecord, state, seconds, recording, problem, start, stop: () => running.current?.stop(), forget: () => setRecording(null) }
}
