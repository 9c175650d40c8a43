import type { ReactNode } from 'react'
import { Icon, type IconGiven } from './icon.tsx'
import './tag.css'

export type TagTone = 'plain' | 'rope' | 'dusk' | 'signal' | 'sun'

export const Tag = ({ tone = 'plain', icon, children }: { tone?: TagTone; icon?: IconGiven; children: ReactNode }) =>
  <span className="tag" data-tone={tone}>{icon && <Icon of={icon} />}{children}</span>
