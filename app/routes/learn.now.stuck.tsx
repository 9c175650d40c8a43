import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { sayStuck } from '#modules/teaching/say-stuck.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { onPhone } from '#app/teaching/in-teaching.server.ts'
import { TeachingRefusal } from '#app/teaching/teaching-refusal.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) => toThePage({ context, request }, '/learn/now')

export const action = (given: ActionFunctionArgs) => onPhone(given, sayStuck)

export default TeachingRefusal
