import type { ReactNode } from 'react'
import './rows.css'

/** A list of rows. `ordered` where the order means something. */
export function Rows({ children, ordered = false, label }: { children: ReactNode; ordered?: boolean; label?: string }) {
  const List = ordered ? 'ol' : 'ul'
  return <List className="rows" aria-label={label} role="list">{children}</List>
}
