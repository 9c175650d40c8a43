import type { LoaderFunctionArgs } from '@remix-run/node'
import { findAchievement } from '#modules/awards/public-lists.server.ts'
import { answerJson } from '#app/awards/answer.server.ts'

/** What a badge is for, for programs. */
export const loader = ({ context, params }: LoaderFunctionArgs) => answerJson(context, async () => findAchievement(params.achievementId ?? ''))
