import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const base64url = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

/** A device with one passkey, in software (ES256, no attestation): what a browser and its authenticator would answer. */
export function softwarePasskey({ origin, rpId, asks = true }: { origin: string; rpId: string; asks?: boolean }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let counter = 0
  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags | (asks ? 0x04 : 0)]), count])
  }
  const common = { id: base64url(id), rawId: base64url(id), type: 'public-key', clientExtensionResults: {} }

  return {
    make({ challenge }: { challenge: string }): string {
      const key = isoCBOR.encode(new Map<number, number | Uint8Array<ArrayBuffer>>([[1, 2], [3, -7], [-1, 1], [-2, new Uint8Array(Buffer.from(x!, 'base64url'))], [-3, new Uint8Array(Buffer.from(y!, 'base64url'))]]))
      const authData = Buffer.concat([head(0x41), Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
      const attestationObject = isoCBOR.encode(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', new Uint8Array(authData)]]) as never)
      return JSON.stringify({ ...common, response: { clientDataJSON: base64url(clientData('webauthn.create', challenge)), attestationObject: base64url(attestationObject), transports: ['internal'] } })
    },
    use({ challenge }: { challenge: string }): string {
      counter += 1
      const authenticatorData = head(0x01)
      const clientDataJSON = clientData('webauthn.get', challenge)
      const signature = createSign('sha256').update(Buffer.concat([authenticatorData, sha256(clientDataJSON)])).sign(privateKey)
      return JSON.stringify({ ...common, response: { clientDataJSON: base64url(clientDataJSON), authenticatorData: base64url(authenticatorData), signature: base64url(signature) } })
    },
    /** As a copy of the device would, which does not know how far the first has counted. */
    forgetCount: () => { counter = 0 },
  }
}
