import type { LoaderFunctionArgs } from '@remix-run/node'
import { badgeKeys } from '#modules/awards/badge-keys.server.ts'
import { answerJson } from '#app/awards/answer.server.ts'

/** The keys that badges are checked with, for programs. */
export const loader = ({ context }: LoaderFunctionArgs) => answerJson(context, badgeKeys)
