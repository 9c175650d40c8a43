import { Children, type ReactNode } from 'react'
import './page-title.css'

/** Letters from which a title is a sentence and not a name: in the size of the largest headings it would fill a phone. */
const long = 36
const lengthOf = (title: ReactNode) => Children.toArray(title).map((part) => (typeof part === 'string' || typeof part === 'number' ? `${part}` : '')).join('').length

export const PageTitle = ({ children, kicker }: { children: ReactNode; kicker?: ReactNode }) =>
  <div className="page-title" data-long={lengthOf(children) > long || undefined}>{kicker && <p className="soft small">{kicker}</p>}<h1>{children}</h1></div>
