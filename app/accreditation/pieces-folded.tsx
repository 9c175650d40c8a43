import type { ReactNode } from 'react'
import { Pieces } from './pieces.tsx'
import './accreditation.css'

type Piece = Parameters<typeof Pieces>[0]['pieces'][number] & { isWaiting: boolean }

/** What was handed in: what waits is there to read, what was looked at or taken back is folded away. */
export function PiecesFolded({ pieces, empty }: { pieces: Piece[]; empty: ReactNode }) {
  const waiting = pieces.filter(({ isWaiting }) => isWaiting)
  const others = pieces.filter(({ isWaiting }) => !isWaiting)
  return (
    <>
      {waiting.length > 0 || others.length === 0 ? <Pieces pieces={waiting} empty={empty} /> : <p className="soft">Nothing waits for the assessor.</p>}
      {others.length > 0 && <details className="pieces-fold"><summary>Looked at, or taken back ({others.length})</summary><Pieces pieces={others} empty={null} /></details>}
    </>
  )
}
