import { Eye } from 'lucide-react'
import { sayTime, sayWholeDay } from '#app/ui/say-when.ts'
import { Note } from '#app/ui/note.tsx'
import { When } from '#app/ui/when.tsx'
import './quality.css'

/** Whose page this is and when, across it; and in a line, with until when it is open. */
export function Watermark({ mark, closesAt }: { mark: { name: string; at: Date }; closesAt: Date }) {
  const says = `${mark.name} · ${sayWholeDay(new Date(mark.at))} ${sayTime(new Date(mark.at))}`
  return (
    <>
      <Note tone="dusk" icon={Eye}><b>{says}.</b> Each page you open here is on record. It is open to you until <When at={closesAt} within />.</Note>
      <svg className="watermark" aria-hidden="true">
        <defs><pattern id="whose" width="360" height="130" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)"><text x="4" y="70">{says}</text></pattern></defs>
        <rect width="100%" height="100%" fill="url(#whose)" />
      </svg>
    </>
  )
}
