import { Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { unsent } from '#app/drafts/drafts.ts'
import { oneIsLeft, openElsewhere } from '#app/drafts/open-elsewhere.ts'
import { Note } from '#app/ui/note.tsx'

/** Entries with words that are on this device only: left behind by a closed tab or a dead signal. Opening one brings them back. */
export function WaitingHere({ personId }: { personId: string }) {
  const [entryIds, setEntryIds] = useState<string[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    const look = async (): Promise<void> => {
      const keys = (await unsent(personId)).map(({ key }) => key).filter((key) => key.startsWith('journal/'))
      const open = await openElsewhere()
      setEntryIds([...new Set(keys.filter((key) => !open.has(key)).map((key) => key.split('/')[1]!))])
      if (await oneIsLeft(keys.filter((key) => open.has(key)), leaving.signal)) await look()
    }
    look().catch(() => { /* The device's store does not open: there is nothing to show from it. */ })
    return () => leaving.abort()
  }, [personId])
  if (entryIds.length === 0) return null
  return (
    <Note tone="sun">
      <b>Something you wrote is on this device only.</b> Open it, and it goes to Belay.{' '}
      {entryIds.map((entryId, index) => <Link key={entryId} to={`/journal/new?entry=${entryId}`}>{entryIds.length === 1 ? 'Open it' : `Open number ${index + 1}`} </Link>)}
    </Note>
  )
}
