import type { ChangeEvent } from 'react'
import { allowed, allowedInWords, mostOfAll, photoTypes, tooBig } from '#modules/accreditation/file-kinds.ts'
import { Field } from '#app/ui/field.tsx'
import './accreditation.css'

/** Said before it is sent, where there is script: a large photo takes a while to go up. */
function lookAtSize({ currentTarget }: ChangeEvent<HTMLInputElement>) {
  currentTarget.setCustomValidity((currentTarget.files?.[0]?.size ?? 0) > mostOfAll ? tooBig : '')
  currentTarget.reportValidity()
}

/** Taking a photo, on a phone, or choosing a photo or a file. The camera's field is there only where there is a thumb to use it. */
export const ChooseFile = ({ problem, isChosen }: { problem?: string; isChosen: boolean }) => (
  <>
    <div className="take-photo"><Field label={isChosen ? 'Take another photo instead' : 'Take a photo'}><input type="file" name="file" accept={photoTypes.join(',')} capture="environment" onChange={lookAtSize} /></Field></div>
    <Field label={isChosen ? 'Or choose another one instead' : 'A photo or a file'} hint={allowedInWords} problem={problem}><input type="file" name="file" accept={Object.keys(allowed).join(',')} onChange={lookAtSize} /></Field>
  </>
)
