import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { askIssuer, type IssuerProblem } from './ask-issuer.server.ts'
import { may } from './policy.ts'

export const TestIdentityProvider = z.object({ providerId: z.uuid() })

/** A coordinator asks whether the school's own sign-in answers as it should; what came of it is kept for the readiness page. */
export async function testIdentityProvider(viewer: Viewer, input: z.input<typeof TestIdentityProvider>): Promise<IssuerProblem | null> {
  const { providerId } = TestIdentityProvider.parse(input)
  const provider = await read(viewer, (tx) => tx.identityProvider.findUnique({ where: { id: providerId }, select: { organisationId: true, issuer: true } }))
  if (!provider) throw new NotFound()
  authorize(may.addIdentityProvider, viewer, provider.organisationId)
  // Asked outside the transaction: another machine may take its time.
  const problem = await askIssuer(provider.issuer)
  await change(viewer, async (tx) => {
    await tx.identityProvider.updateMany({ where: { id: providerId }, data: { testedAt: now(), testProblem: problem } })
    await record(tx, viewer, 'identity.provider-tested', { organisationId: provider.organisationId, subjectId: providerId, problem: problem ?? undefined })
  })
  return problem
}
