import { Reads } from '#app/ui/reads.tsx'
import type { FoundEntry } from '#modules/journals/find-entry.server.ts'
import { sayNames } from './names.ts'

/** Who can read this entry, as it stands now. */
export function WhoReads({ entry }: { entry: Pick<FoundEntry, 'shares' | 'adults'> }) {
  const open = entry.shares.filter((share) => !share.takenBackAt)
  if (open.length === 0) {
    const nobody = entry.adults.map(({ name }) => `not ${name}`).join(', ')
    return <Reads><b>Only you can read this.</b> Nobody at your setting{nobody && `, ${nobody}`}, unless you share it.</Reads>
  }
  const names = sayNames(open.map(({ withName }) => withName))
  return (
    <Reads>
      <b>You and {names} can read this.</b>{' '}
      {open.some((share) => share.isOlderThanText)
        ? `${names} ${open.length === 1 ? 'sees' : 'see'} it as it was when you shared it. What you wrote since is only yours.`
        : 'What you write from now on is only yours until you share it again.'}
    </Reads>
  )
}
