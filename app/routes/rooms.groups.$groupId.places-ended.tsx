import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { endGroupPlace } from '#modules/supervision/end-group-place.server.ts'
import { GroupRefusal } from '#app/rooms/group-refusal.tsx'
import { inGroup } from '#app/rooms/in-group.server.ts'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/rooms/groups/${params.groupId ?? ''}`)

export const action = (given: ActionFunctionArgs) => inGroup(given, endGroupPlace)

export default GroupRefusal
