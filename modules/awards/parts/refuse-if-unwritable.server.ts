import { Conflict } from '../../errors.ts'
import { lettersWithout } from './certificate-faces.server.ts'

/** A certificate with empty boxes in a name is no certificate: better said before it is made out. */
export function refuseIfUnwritable(fullName: string) {
  const missing = lettersWithout('name', fullName)
  if (missing.length) throw new Conflict(`Belay cannot print these letters of their name yet: ${missing.join(' ')}. It prints Latin letters, with every accent. Ask them how they write it on an English form, and change their name in Belay to that.`)
}
