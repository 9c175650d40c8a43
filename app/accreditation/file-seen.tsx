import { sayBytes } from '#modules/accreditation/file-kinds.ts'
import './accreditation.css'

export type FileKept = { id: string; type: string; size: number; width: number | null; height: number | null }

/** A photo as it was kept, or the way to a file. What it shows is said in the words beside it. */
export const FileSeen = ({ file, says }: { file: FileKept; says: string }) => (file.type.startsWith('image/')
  ? <a href={`/files/${file.id}`} className="evidence-photo"><img src={`/files/${file.id}`} alt={says} width={file.width ?? undefined} height={file.height ?? undefined} loading="lazy" /></a>
  : <p><a href={`/files/${file.id}`} download>{file.type === 'application/pdf' ? 'Open the PDF' : 'Open the text'} ({sayBytes(file.size)})</a></p>)
