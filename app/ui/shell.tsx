import { Link } from '@remix-run/react'
import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { NotGoneNote } from '#app/worried/not-gone-note.tsx'
import { initials } from './avatar.tsx'
import { useFrame } from './frame.ts'
import { Hide } from './hide.tsx'
import { Mark } from './mark.tsx'
import { Navigation } from './navigation.tsx'
import './shell.css'

type Props = { children: ReactNode; wide?: boolean; back?: { to: string; label: string }; reading?: boolean; aside?: ReactNode }

/** The frame of every page: the way back or the mark, where to go, the way to an adult, Hide, and the person. `reading` keeps a phone quiet: only the way to an adult stays. */
export function Shell({ children, wide = false, back, reading = false, aside }: Props) {
  const viewer = useFrame()?.viewer
  return (
    <>
      <a className="skip" href="#main">Skip to the page</a>
      <div className="page" data-wide={wide || Boolean(aside) || undefined} data-reading={reading || undefined}>
        <header className="top">
          <div className="top-start" data-back={back ? true : undefined}>
            <Mark />
            {back && <Link className="back" to={back.to}><ArrowLeft aria-hidden="true" /><span>{back.label}</span></Link>}
          </div>
          <Navigation isReading={reading} />
          <div className="top-end">
            <Hide />
            {viewer && <Link className="me" to="/account" aria-label={`${viewer.name}: your account`} title="Your account">{initials(viewer.name)}</Link>}
          </div>
        </header>
        {viewer && <NotGoneNote />}
        {aside
          ? <div className="columns"><main id="main" tabIndex={-1}>{children}</main><aside>{aside}</aside></div>
          : <main id="main" tabIndex={-1}>{children}</main>}
      </div>
    </>
  )
}
