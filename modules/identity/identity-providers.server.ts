import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { isIssuerProblem, issuerProblems } from './ask-issuer.server.ts'
import { callbackOf } from './begin-school-sign-in.server.ts'
import { may } from './policy.ts'

const columns = { id: true, organisationId: true, name: true, issuer: true, clientId: true, tenant: true, createdAt: true, switchedOffAt: true, testedAt: true, testProblem: true } as const

/** A setting's own sign-ins, those switched off as well, for its coordinator. Never the secret. */
export async function identityProviders(viewer: Viewer, input: { organisationId: string }) {
  const organisationId = z.uuid().parse(input.organisationId)
  authorize(may.addIdentityProvider, viewer, organisationId)
  return read(viewer, (tx) => tx.identityProvider.findMany({ where: { organisationId }, select: columns, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }))
}

/** One of them, with how it answered when last asked, and how many people come in by it. */
export async function findIdentityProvider(viewer: Viewer, input: { providerId: string }) {
  const providerId = z.uuid().parse(input.providerId)
  return read(viewer, async (tx) => {
    const provider = await tx.identityProvider.findUnique({ where: { id: providerId }, select: columns })
    if (!provider) throw new NotFound()
    authorize(may.addIdentityProvider, viewer, provider.organisationId)
    const [people] = await tx.$queryRaw<{ linked: number; only_this_way: number }[]>`SELECT * FROM app.people_of_provider(${providerId}::uuid)`
    const { testProblem, ...said } = provider
    return {
      ...said, callback: callbackOf(providerId), linked: people?.linked ?? 0, onlyThisWay: people?.only_this_way ?? 0,
      problem: isIssuerProblem(testProblem) ? issuerProblems[testProblem] : null,
    }
  })
}
