import type { LoaderFunctionArgs } from '@remix-run/node'
import { findBadgeKey } from '#modules/awards/badge-keys.server.ts'
import { answerJson } from '#app/awards/answer.server.ts'

/** One key, at the address a badge names in its header. */
export const loader = ({ context, params }: LoaderFunctionArgs) => answerJson(context, () => findBadgeKey(params.keyId ?? ''))
