import { isSound, sayBytes, sayLength } from '#modules/accreditation/file-kinds.ts'
import './accreditation.css'
import './record-sound.css'

export type FileKept = { id: string; type: string; size: number; width: number | null; height: number | null; seconds: number | null }

/** A photo as it was kept, a recording to listen to, or the way to a file. What it shows is said in the words beside it. */
export const FileSeen = ({ file, says }: { file: FileKept; says: string }) => (file.type.startsWith('image/')
  ? <a href={`/files/${file.id}`} className="evidence-photo"><img src={`/files/${file.id}`} alt={says} width={file.width ?? undefined} height={file.height ?? undefined} loading="lazy" /></a>
  : isSound(file.type)
    ? <div className="evidence-sound"><audio controls preload="none" src={`/files/${file.id}`} aria-label={says} /><p className="soft small">{sayLength(file.seconds ?? 0)} long. <a href={`/files/${file.id}`} download>Save it to listen elsewhere</a></p></div>
    : <p><a href={`/files/${file.id}`} download>{file.type === 'application/pdf' ? 'Open the PDF' : 'Open the text'} ({sayBytes(file.size)})</a></p>)
