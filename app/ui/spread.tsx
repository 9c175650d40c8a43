import type { ReactNode } from 'react'
import './bar.css'

/** Things pushed apart to both ends of a row that wraps. */
export const Spread = ({ children }: { children: ReactNode }) => <div className="spread">{children}</div>
