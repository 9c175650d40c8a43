import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { isSound } from '#modules/accreditation/file-kinds.ts'
import type { EvidenceKind } from '#modules/curriculum/specification.ts'
import { When } from '#app/ui/when.tsx'
import { FileSeen, type FileKept } from './file-seen.tsx'
import { kindNames } from './kind-names.ts'
import './accreditation.css'

type Piece = { id: string; kind: EvidenceKind; handedInAt: Date; withdrawnAt: Date | null; file: FileKept | null; byName: string; words: string | null; transcript: string | null; shows: string[]; canTakeBack: boolean }

const fileNames: Record<string, string> = { image: 'A photo', audio: 'A recording' }

/** Pieces of evidence, each with who handed it in, when, and what it is to show. */
export const Pieces = ({ pieces, empty }: { pieces: Piece[]; empty: ReactNode }) => (pieces.length === 0 ? <>{empty}</> : (
  <ul className="criteria">
    {pieces.map((piece) => (
      <li key={piece.id} className="piece">
        <div className="soft small">{piece.file ? fileNames[piece.file.type.split('/')[0]!] ?? 'A file' : kindNames[piece.kind]}, from {piece.byName}, <When at={piece.handedInAt} />{piece.withdrawnAt ? '. Taken back.' : `. For ${piece.shows.join(', ')}.`}</div>
        {piece.file && <FileSeen file={piece.file} says={isSound(piece.file.type) ? `Recording from ${piece.byName}. What is said in it is written below it.` : `Photo from ${piece.byName}. What it shows is said below it.`} />}
        {!piece.withdrawnAt && piece.words !== null && <p className="evidence-words">{piece.words}</p>}
        {!piece.withdrawnAt && piece.transcript !== null && <div className="transcript"><p className="label">What is said in it</p><p className="evidence-words">{piece.transcript}</p></div>}
        {piece.canTakeBack && <Link className="pressable" to={`/learn/portfolio/evidence/${piece.id}/taking-back`}>Take it back</Link>}
      </li>
    ))}
  </ul>
))
