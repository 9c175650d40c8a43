import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { leadTeaching } from '#modules/teaching/lead-teaching.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { inTeaching, teachingPath } from '#app/teaching/in-teaching.server.ts'
import { TeachingRefusal } from '#app/teaching/teaching-refusal.tsx'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, teachingPath(params))

export const action = (given: ActionFunctionArgs) => inTeaching(given, leadTeaching)

export default TeachingRefusal
