import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { PasskeyMade } from './passkey-answer.ts'
import { takeCeremony } from './parts/ceremony.server.ts'
import { algorithms, relyingParty } from './parts/relying-party.server.ts'
import { requireProof } from './recent-proof.server.ts'
import { renewSession } from './renew-session.server.ts'

export const PasskeyName = z.string().trim().min(1, 'Give it a name you will know again.').max(60, 'Make it at most 60 letters.')
export const AddPasskey = z.object({ ceremonyId: z.uuid(), answer: PasskeyMade, name: PasskeyName.catch('My device') })

/** Somebody adds a passkey. If it is the second factor their role was waiting for, the session goes on as proved, under a new token. */
export async function addPasskey(viewer: Viewer, input: z.input<typeof AddPasskey>): Promise<{ token: string }> {
  const { ceremonyId, answer, name } = AddPasskey.parse(input)
  const { challenge } = await takeCeremony('change a sign-in method', 'passkey-new', ceremonyId, viewer.id, z.object({ challenge: z.string() }))
  const { id: rpId, origin } = relyingParty()
  const made = await verifyRegistrationResponse({ response: answer, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: rpId, requireUserVerification: false, supportedAlgorithmIDs: algorithms }).catch(() => null)
  if (!made?.verified) throw new Conflict('Belay could not check that passkey. Please try again.')
  const { credential } = made.registrationInfo

  return once(() => atTheDoor('change a sign-in method', async (tx) => {
    await requireProof(tx, viewer)
    await record(tx, viewer, 'identity.passkey-added', { subjectId: viewer.id })
    const token = await renewSession(tx, viewer.sessionId!, { secondFactorAt: now() })
    await tx.passkey.createMany({ data: [{
      personId: viewer.id, credentialId: Buffer.from(credential.id, 'base64url'), publicKey: credential.publicKey, counter: BigInt(credential.counter), transports: credential.transports ?? [], name,
    }] })
    return { token }
  }), 'That passkey is known here already.')
}
