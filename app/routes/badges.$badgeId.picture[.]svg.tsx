import type { LoaderFunctionArgs } from '@remix-run/node'
import { badgePicture } from '#modules/awards/badge-picture.server.ts'
import { answer, asBytes } from '#app/awards/answer.server.ts'

/** The picture of a public badge, with the badge baked in. */
export const loader = ({ context, params }: LoaderFunctionArgs) => answer(async () =>
  ({ body: asBytes(await badgePicture({ badgeId: params.badgeId ?? '', type: 'svg' }, context)), type: 'image/svg+xml', file: 'badge.svg' }))
