import { Link } from '@remix-run/react'
import { ChevronRight } from 'lucide-react'
import { isValidElement, type ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { Icon, type IconGiven } from './icon.tsx'
import { Tag, type TagTone } from './tag.tsx'
import './rows.css'

export type RowProps = { icon?: IconGiven; tone?: TagTone; title: ReactNode; detail?: ReactNode; tag?: ReactNode; to?: string; action?: ReactNode }

/** One thing: an icon or a person, a bold line with one tag, a quiet line under both. With `to` the whole row is the link; an `action` stays above it. */
export function Row({ icon, tone = 'plain', title, detail, tag, to, action }: RowProps) {
  const isPerson = isValidElement(icon) && icon.type === Avatar
  return (
    <li className="row">
      {icon && (isPerson ? icon : <span className="row-icon" data-tone={tone}><Icon of={icon} /></span>)}
      <div className="row-words">
        <div className="row-head">
          {to ? <Link to={to} className="row-link">{title}</Link> : <b className="row-title">{title}</b>}
          {typeof tag === 'string' ? <Tag tone={tone}>{tag}</Tag> : tag}
        </div>
        {detail && <div className="soft small">{detail}</div>}
      </div>
      {action && <div className="row-end row-action">{action}</div>}
      {to && !tag && !action && <ChevronRight className="row-more" aria-hidden="true" />}
    </li>
  )
}
