import { useEffect, useState, type ComponentType } from 'react'
import type { Suggested } from './suggested.ts'
import './notice.css'

/** Fetches the list of words once somebody has written some of their own, and nobody's page waits for it. Without script there is no suggestion. */
export function SuggestLater(props: Suggested) {
  const [Loaded, setLoaded] = useState<ComponentType<Suggested> | null>(null)
  const hasWords = props.text.trim() !== ''
  useEffect(() => {
    if (!hasWords || Loaded) return
    let isGone = false
    // Not fetched (no signal): writing goes on without it.
    void import('./quiet-suggestion.tsx').then(({ QuietSuggestion }) => { if (!isGone) setLoaded(() => QuietSuggestion) }, () => {})
    return () => { isGone = true }
  }, [hasWords, Loaded])
  return <div className="suggestion">{Loaded && <Loaded {...props} />}</div>
}
