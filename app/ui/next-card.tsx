import type { ReactNode } from 'react'
import './next-card.css'

/** The one thing to do next. At most one on a page. */
export function NextCard({ kicker, title, children }: { kicker?: ReactNode; title: ReactNode; children?: ReactNode }) {
  return (
    <section className="next">
      <svg className="next-rope" viewBox="0 0 200 200" fill="none" stroke="currentColor" strokeWidth="13" strokeLinecap="round" aria-hidden="true">
        <path d="M-14 172C40 62 100 40 130 70s-10 80-45 62 5-80 60-84 70 40 70 40" />
      </svg>
      {kicker && <p className="soft small">{kicker}</p>}
      <h2>{title}</h2>
      {children}
    </section>
  )
}
