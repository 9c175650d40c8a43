import type { LoaderFunctionArgs } from '@remix-run/node'
import { findIssuer } from '#modules/awards/public-lists.server.ts'
import { answerJson } from '#app/awards/answer.server.ts'

/** Who stands behind a badge, for programs. */
export const loader = ({ context, params }: LoaderFunctionArgs) => answerJson(context, () => findIssuer(params.issuerId ?? ''))
