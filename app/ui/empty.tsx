import type { ReactNode } from 'react'
import './empty.css'

/** Nothing here yet: the title says what will be here, the words what to do now. */
export const Empty = ({ title, children }: { title: ReactNode; children?: ReactNode }) =>
  <div className="empty"><h2>{title}</h2>{children && <div className="soft">{children}</div>}</div>
