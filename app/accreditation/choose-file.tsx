import type { ChangeEvent } from 'react'
import { allowedInWords, askedFor, mostOfAll, mostSeconds, photoTypes, tooBig } from '#modules/accreditation/file-kinds.ts'
import { Field } from '#app/ui/field.tsx'
import { RecordSound } from './record-sound.tsx'
import { Transcript } from './transcript.tsx'
import { useRecorder } from './use-recorder.ts'
import './accreditation.css'

/** Said before it is sent, where there is script: a large photo takes a while to go up. */
function lookAtSize({ currentTarget }: ChangeEvent<HTMLInputElement>) {
  currentTarget.setCustomValidity((currentTarget.files?.[0]?.size ?? 0) > mostOfAll ? tooBig : '')
  currentTarget.reportValidity()
}

/**
 * Taking a photo, on a phone; recording something said, where there is script and a microphone; or choosing a photo, a recording or a file. The camera's field is there only where there is a
 * thumb to use it. What has been recorded is what goes: the other ways come back when it is thrown away.
 */
export function ChooseFile({ problem, isChosen, transcript }: { problem?: string; isChosen: boolean; /** What was written down so far; null where the page asks for it already. */ transcript: string | null }) {
  const recorder = useRecorder(mostSeconds)
  const isRecorded = recorder.recording !== null || recorder.state === 'recording'
  const ways = (
    <>
      {!isRecorded && <div className="take-photo"><Field label={isChosen ? 'Take another photo' : 'Take a photo'}><input type="file" name="file" accept={photoTypes.join(',')} capture="environment" onChange={lookAtSize} /></Field></div>}
      {recorder.canRecord && <RecordSound recorder={recorder} />}
      {recorder.recording && transcript !== null && <Transcript isNow={false} words={transcript} />}
      {!isRecorded && <Field label={isChosen ? 'Another photo, recording or file' : 'A photo, a recording or a file'} hint={allowedInWords} problem={problem}><input type="file" name="file" accept={askedFor} onChange={lookAtSize} /></Field>}
    </>
  )
  return isChosen ? <details open={problem !== undefined || undefined}><summary>Use another one instead</summary><div className="stack">{ways}</div></details> : ways
}
