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
      <div className="watermark" aria-hidden="true">{Array.from({ length: 120 }, (_, index) => <span key={index}>{says}</span>)}</div>
    </>
  )
}
