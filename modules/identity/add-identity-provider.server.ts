import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealForTheHouse } from '../crypto/seal-for-the-house.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { allowedIssuers, isAllowedIssuer } from './allowed-issuer.server.ts'
import { Issuer } from './issuer.ts'
import { may } from './policy.ts'
import { aboutSecret } from './parts/provider-configuration.server.ts'

export const AddIdentityProvider = z.object({
  /** Made by the page, which shows the address to enter at the school before there is a row; sent twice, there is one. */
  providerId: z.uuid().optional(),
  organisationId: z.uuid(),
  name: z.string().trim().min(2, 'Write what the button says, as your school calls it.').max(60),
  issuer: Issuer.refine(isAllowedIssuer, { error: () => `Belay takes the word of these only: ${allowedIssuers()}. Ask whoever runs Belay to add yours.` }),
  clientId: z.string().trim().min(1, 'Write the client id your IT gave you.').max(300),
  clientSecret: z.string().trim().max(500).optional(),
  /** Entra's `tid` or Google's `hd`: without it, such an issuer answers for everybody it knows. */
  tenant: z.string().trim().max(200).optional(),
})

const forEverybody = /^https:\/\/(accounts\.google\.com|login\.microsoftonline\.com\/(common|organizations|consumers))\b/

/** A coordinator lets the people of a setting sign in with the school's own sign-in. The client secret is sealed and not shown again. */
export async function addIdentityProvider(viewer: Viewer, input: z.input<typeof AddIdentityProvider>): Promise<string> {
  const { providerId: id = newId(), organisationId, clientSecret, tenant, ...said } = AddIdentityProvider.refine((fields) => !forEverybody.test(fields.issuer) || Boolean(fields.tenant), {
    path: ['tenant'], message: 'This issuer signs in people of many schools. Say which tenant is yours.',
  }).parse(input)
  authorize(may.addIdentityProvider, viewer, organisationId)
  const sealed = clientSecret ? await atTheDoor('change a sign-in method', (tx) => sealForTheHouse(tx, aboutSecret(id), clientSecret)) : null
  return change(viewer, async (tx) => {
    await record(tx, viewer, 'identity.provider-added', { organisationId, subjectId: id })
    await once(() => tx.identityProvider.createMany({ data: [{ id, organisationId, ...said, clientSecret: sealed, tenant: tenant || null, addedById: viewer.id }] }), 'That sign-in is there already.')
    return id
  })
}
