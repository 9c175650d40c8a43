import { Conflict } from '../../errors.ts'
import { canBeShaped, lettersWithout } from '../../papers/faces.server.ts'

/** A certificate with empty boxes in a name is no certificate: better said before it is made out. */
export function refuseIfUnwritable(fullName: string) {
  const missing = lettersWithout('name', fullName)
  if (missing.length || !canBeShaped('name', fullName)) throw new Conflict(`Belay cannot print their name yet${missing.length ? `: ${missing.join(' ')}` : ''}. It prints Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Bengali, Gujarati, Tamil, Sinhala, Thai, Ethiopic, Georgian and Armenian letters. Ask them how they write it on an English form, and change their name in Belay to that.`)
}
