import { hkdfSync } from 'node:crypto'
import { hash, verify, type Options } from '@node-rs/argon2'
import { pepperKey } from '../crypto/master-key.server.ts'

/** argon2id (the library's own choice where none is named), 19 MiB, two passes, one lane (OWASP's floor, SE-02), with a pepper that is not in the database. */
const cost = (): Options => ({
  memoryCost: 19_456, timeCost: 2, parallelism: 1,
  secret: Buffer.from(hkdfSync('sha256', pepperKey(), 'belay', 'password pepper', 32)),
})

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost())

/** Was this hash made with another cost than today's? Then it is made anew at the next sign-in. */
export const isOutdated = (stored: string): boolean => !stored.startsWith('$argon2id$v=19$m=19456,t=2,p=1$')

let nobodys: Promise<string> | undefined

/** Is it the password? With no hash (nobody by that name) it takes just as long and says no. */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  // Awaited for everybody, so that the first answer of a process does not take longer for a name that is not there.
  const nobody = await (nobodys ??= hashPassword('nobody has this password'))
  const fits = await verify(stored ?? nobody, password.normalize('NFKC'), cost())
  return fits && typeof stored === 'string'
}
