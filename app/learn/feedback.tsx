import { useEffect, useRef, type ReactNode } from 'react'
import type { Block } from '#modules/curriculum/schema.ts'
import { Blocks } from './blocks.tsx'
import './feedback.css'

type Props = { /** Null until there is something to say: the place is there before the words, so that they are read out when they come. */ blocks: readonly Block[] | null; isGood?: boolean; isFresh?: boolean; children?: ReactNode }

/** What comes of a choice, and why. */
export function Feedback({ blocks, isGood = true, isFresh = false, children }: Props) {
  const place = useRef<HTMLDivElement>(null)
  // Brought into view when it is the answer to a touch just now, and not when a page opens with it.
  useEffect(() => { if (isFresh && blocks) place.current?.scrollIntoView({ block: 'nearest' }) }, [isFresh, blocks])
  return (
    <div role="status" id="why" ref={place} className="feedback-place">
      {blocks && <div className="feedback" data-good={isGood || undefined}>{children}<Blocks blocks={blocks} /></div>}
    </div>
  )
}
