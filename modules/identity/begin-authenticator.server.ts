import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { openForTheHouse, sealForTheHouse } from '../crypto/seal-for-the-house.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { requireProof } from './recent-proof.server.ts'

export const aboutSeed = (personId: string) => `Authenticator|${personId}|seed`

/** SHA-1, six digits, thirty seconds: what every authenticator app knows. */
export const totpOf = (seed: string, label = '') => new TOTP({ issuer: 'Belay', label, algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(seed) })

/**
 * Begins to set up an authenticator app: the seed, as a picture to photograph and as text to type. It does not count before its first code.
 * The same seed comes back until it is confirmed, so that a page opened twice shows what the phone has.
 */
export const beginAuthenticator = (viewer: Viewer): Promise<{ picture: string; secret: string; address: string }> =>
  atTheDoor('change a sign-in method', async (tx) => {
    await requireProof(tx, viewer)
    const about = aboutSeed(viewer.id)
    const fresh = await sealForTheHouse(tx, about, new Secret({ size: 20 }).base32)
    await tx.authenticator.createMany({ data: [{ personId: viewer.id, seed: fresh }], skipDuplicates: true })
    const kept = await tx.authenticator.findUniqueOrThrow({ where: { personId: viewer.id } })
    if (kept.confirmedAt) throw new Conflict('You have an authenticator app already. Remove it before you set up another.')
    const name = await tx.signInName.findUnique({ where: { personId: viewer.id } })
    const seed = await openForTheHouse(tx, about, kept.seed)
    const address = totpOf(seed, name?.username ?? viewer.name).toString()
    return { picture: await QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }), secret: seed.replace(/(.{4})(?=.)/g, '$1 '), address }
  })
