import { Mic, Square } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { mostSeconds, sayLength } from '#modules/accreditation/file-kinds.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { useAskBeforeLeaving } from './use-ask-before-leaving.ts'
import type { Recorder } from './use-recorder.ts'
import './record-sound.css'

const problems = {
  refused: 'Belay may not use the microphone here. To record, allow it for this page in your browser’s settings, then press again. Or choose a recording you made already.',
  none: 'There is no microphone here that Belay can use. Choose a recording you made already, or open this page on a phone.',
  taken: 'Something else is using the microphone. Close it, then press again.',
  nothing: 'No sound arrived, so nothing was recorded. Look whether the microphone is switched on, then press again.',
}

/** Recording something said: what is happening, how long there is left, and hearing it before anybody else does. */
export function RecordSound({ recorder }: { recorder: Recorder }) {
  const { state, seconds, recording, problem } = recorder
  const isOn = state === 'recording'
  const isUnsent = isOn || recording !== null
  const left = Math.ceil(mostSeconds - seconds)
  const carrier = useRef<HTMLInputElement>(null)
  const group = useRef<HTMLDivElement>(null)
  useAskBeforeLeaving(isUnsent)

  // The form carries it as it carries any file.
  useEffect(() => {
    const files = new DataTransfer()
    if (recording) files.items.add(recording.file)
    if (carrier.current) carrier.current.files = files.files
  }, [recording])

  function throwAway() {
    recorder.forget()
    // The button that was pressed is gone.
    group.current?.querySelector('button')?.focus()
  }

  return (
    <div ref={group} className="record" data-on={isOn || undefined} role="group" aria-label="Record something">
      <input ref={carrier} type="file" name="file" hidden />
      {problem && <Note tone="sun"><div role="alert">{problems[problem]}</div></Note>}
      {isOn && <p><span className="record-light" aria-hidden="true" /><b>Recording</b> <span role="timer" aria-live="off">{sayLength(seconds)}, {sayLength(left)} left</span></p>}
      {recording && <audio controls src={recording.address} aria-label="Your recording" />}
      <Bar>
        <Button type="button" kind={isOn ? 'main' : 'plain'} aria-disabled={state === 'asking'} onClick={() => { if (isOn) recorder.stop(); else if (state === 'still') void recorder.start() }}>
          {isOn ? <Square aria-hidden="true" /> : <Mic aria-hidden="true" />} {isOn ? 'Stop' : recording ? 'Record it again' : 'Record something'}
        </Button>
        {recording && <Button type="button" kind="plain" onClick={throwAway}>Throw it away</Button>}
      </Bar>
      <p className="soft small" role="status">{state === 'asking' ? 'Your browser asks whether Belay may use the microphone. Choose “Allow”.'
        : isOn ? (left <= 60 ? 'Less than a minute is left. It stops by itself, and keeps what you said.' : 'It is recording. Keep this page open. Say no names and no places.')
          : recording ? `Recorded: ${sayLength(Math.max(1, recording.seconds))}. Listen to it. Only you can hear it so far.` : `You say it, up to ${mostSeconds / 60} minutes. Others will hear your voice.`}</p>
    </div>
  )
}
