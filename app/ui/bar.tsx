import type { ReactNode } from 'react'
import './bar.css'

/** Things in a row that wraps. */
export const Bar = ({ children }: { children: ReactNode }) => <div className="bar">{children}</div>
