import { useLocation, useSearchParams } from '@remix-run/react'
import { Problem } from '#app/ui/problem.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { useUnit } from './unit-context.ts'

/** Is what they did kept, and where? Always said, in words. */
export function KeptLine() {
  const { seen, keeping } = useUnit()
  const [search] = useSearchParams()
  const { pathname, search: where } = useLocation()
  if (!keeping.isKept) return null
  const { saved, isOnDevice, needsSignIn, problem } = keeping.state
  if (problem) return <Problem message={problem} />
  if (search.has('not-kept')) return <Problem message="That was not kept. Choose or write something, then send it again." />
  if (needsSignIn) return <SignInAgain needs={needsSignIn} isOnDevice={isOnDevice} next={pathname + where} />
  if (saved === 'saving') return <Saved state="saving">Saving …</Saved>
  if (saved === 'offline') return isOnDevice
    ? <Saved state="offline">No signal. Kept on this device, and sent when there is one.</Saved>
    : <Saved state="unsaved">No signal. Keep this page open and it is sent when there is one.</Saved>
  if (saved === 'saved') return <Saved state="saved">Saved on Belay</Saved>
  return seen.place.state === 'not-begun' ? null : <Saved state="saved">Saved on Belay. You can go on from any device.</Saved>
}
