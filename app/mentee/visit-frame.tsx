import type { ReactNode } from 'react'
import { Hide } from '#app/ui/hide.tsx'
import { Mark } from '#app/ui/mark.tsx'
import './visit.css'

/** The frame of a mentee's pages: the mark and Hide, and nothing that belongs to somebody signed in on the same device. */
export const VisitFrame = ({ children }: { children: ReactNode }) => (
  <div className="page visit">
    <header className="top"><div className="top-start"><Mark /></div><div className="top-end"><Hide /></div></header>
    <main id="main" tabIndex={-1}>{children}</main>
  </div>
)
