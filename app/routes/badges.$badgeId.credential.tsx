import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPublicBadge } from '#modules/awards/find-public-badge.server.ts'
import { answer } from '#app/awards/answer.server.ts'

/** The signed badge itself, as a program or a wallet takes it. */
export const loader = ({ context, params }: LoaderFunctionArgs) => answer(async () => {
  const { credential } = await findPublicBadge({ badgeId: params.badgeId ?? '' }, context)
  return { body: credential, type: 'text/plain; charset=utf-8', file: 'badge.jwt' }
})
