import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** After going to another page without a reload, a keyboard or screen reader begins at that page and not at the link that is gone. */
export function MoveFocus() {
  const { pathname } = useLocation()
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    const active = document.activeElement
    // A page that put the cursor somewhere itself knows better.
    if (active && active !== document.body && document.getElementById('main')?.contains(active)) return
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
  return null
}
