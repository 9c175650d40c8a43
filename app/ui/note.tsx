import type { ReactNode } from 'react'
import { Icon, type IconGiven } from './icon.tsx'
import type { TagTone } from './tag.tsx'
import './note.css'

export const Note = ({ tone = 'plain', icon, children }: { tone?: TagTone; icon?: IconGiven; children: ReactNode }) =>
  <div className="note" data-tone={tone}>{icon && <Icon of={icon} />}<div>{children}</div></div>
