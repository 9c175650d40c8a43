import { z } from 'zod'

const text = z.string().max(20_000)

/** What the browser hands over when a passkey was made or used (WebAuthn's own JSON), as the hidden field of a form. */
const asJson = <Shape extends z.ZodType>(shape: Shape) => z.string().max(100_000).transform((given, context) => {
  try {
    return JSON.parse(given) as unknown
  } catch {
    context.addIssue({ code: 'custom', message: 'Your device answered in a way Belay does not know.' })
    return z.NEVER
  }
}).pipe(shape)

const common = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.record(z.string(), z.unknown()), authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional() }

export const PasskeyMade = asJson(z.object({
  ...common,
  response: z.object({ clientDataJSON: text, attestationObject: text, transports: z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).optional().catch(undefined) }),
}))

export const PasskeyUsed = asJson(z.object({
  ...common,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
}))
