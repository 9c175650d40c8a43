import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * After going to another page without a reload, a keyboard or screen reader begins at that page and not at the link that is gone. The same where
 * somebody comes back to the page they are on, and what they pressed is not there any more.
 */
export function MoveFocus() {
  const { pathname, key } = useLocation()
  const before = useRef({ pathname, key })
  useEffect(() => {
    const last = before.current
    before.current = { pathname, key }
    if (last.key === key) return
    const active = document.activeElement
    const main = document.getElementById('main')
    const isSomewhere = active !== null && active !== document.body
    // A page that put the cursor somewhere itself knows better.
    if (isSomewhere && (last.pathname === pathname || main?.contains(active))) return
    main?.focus({ preventScroll: true })
  }, [pathname, key])
  return null
}
