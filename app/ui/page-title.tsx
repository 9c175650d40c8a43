import type { ReactNode } from 'react'
import './page-title.css'

export const PageTitle = ({ children, kicker }: { children: ReactNode; kicker?: ReactNode }) =>
  <div className="page-title">{kicker && <p className="soft small">{kicker}</p>}<h1>{children}</h1></div>
