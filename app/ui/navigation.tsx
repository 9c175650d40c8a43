import { Link, NavLink, useLocation } from '@remix-run/react'
import { BookOpen, Building2, GraduationCap, HandHeart, Ellipsis, ListChecks, ClipboardCheck, MessagesSquare, NotebookPen, Phone, Sun, Users, UsersRound, ShieldCheck, BookHeart, Scale, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { beyondDock, navigationFor, type NavigationItem, type Place } from './navigation-items.ts'
import { useFrame } from './frame.ts'
import { worriedFromHere } from './worried-from-here.ts'
import './navigation.css'

const icons: Record<Place, LucideIcon> = { today: Sun, learn: BookOpen, journal: NotebookPen, shared: BookHeart, rooms: MessagesSquare, people: UsersRound, cohorts: Users, concerns: ShieldCheck, trainers: GraduationCap, setting: Building2, settings: Building2, specifications: ListChecks, assessment: ClipboardCheck, quality: Scale }

/** Where to go, and always the way to an adult: a row of words on a laptop, the dock on a phone, only the way to an adult where somebody reads or writes. */
export function Navigation({ isReading }: { isReading: boolean }) {
  const viewer = useFrame()?.viewer
  const items = viewer ? navigationFor(viewer.roles, viewer.settingId) : []
  const more = beyondDock(items)
  const hidden = new Set(more)
  return (
    <nav className="navigation" aria-label="Main" data-reading={isReading || undefined}>
      {items.map((item) => <Item key={item.place} item={item} className={hidden.has(item) ? 'nav-item nav-wide' : 'nav-item'} />)}
      {more.length > 0 && <More items={more} />}
      <WayToAnAdult />
    </nav>
  )
}

/** Always there, at the right thumb. Where somebody is saying what worries them already, it is the number for when it cannot wait. */
function WayToAnAdult() {
  const { pathname, search } = useLocation()
  return /^\/(m\/)?worried/.test(pathname)
    ? <a className="worried" href="tel:999"><Phone aria-hidden="true" /><span><span className="worried-more">In danger now? </span>Call 999</span></a>
    : <Link className="worried" to={worriedFromHere(pathname, search)} reloadDocument><HandHeart aria-hidden="true" /><span>I’m worried<span className="worried-more"> about someone</span></span></Link>
}

function Item({ item, className }: { item: NavigationItem; className: string }) {
  const Icon = icons[item.place]
  return <NavLink className={className} to={item.to} end={item.to === '/'}><Icon aria-hidden="true" />{item.label}</NavLink>
}

function More({ items }: { items: NavigationItem[] }) {
  const { pathname } = useLocation()
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => { if (details.current) details.current.open = false }, [pathname])
  const isHere = items.some((item) => pathname === item.to || pathname.startsWith(`${item.to}/`))
  return (
    <details className="nav-more" ref={details}>
      <summary className="nav-item" data-here={isHere || undefined}><Ellipsis aria-hidden="true" />More</summary>
      <div className="nav-rest">{items.map((item) => <Item key={item.place} item={item} className="nav-item" />)}</div>
    </details>
  )
}
