import type { LoaderFunctionArgs } from '@remix-run/node'
import { badgesTakenBack } from '#modules/awards/public-lists.server.ts'
import { answerJson } from '#app/awards/answer.server.ts'

/** The badges that were taken back, for programs. */
export const loader = ({ context }: LoaderFunctionArgs) => answerJson(context, badgesTakenBack)
