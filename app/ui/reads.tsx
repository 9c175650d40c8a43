import { LockKeyhole } from 'lucide-react'
import type { ReactNode } from 'react'
import './reads.css'

/** Who can read this: said where it is written. Begin with the people in bold. */
export const Reads = ({ children }: { children: ReactNode }) =>
  <div className="reads"><LockKeyhole aria-hidden="true" /><span>{children}</span></div>
