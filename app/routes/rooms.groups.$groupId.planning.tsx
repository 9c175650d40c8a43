import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { planMeetings } from '#modules/supervision/plan-meetings.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { GroupRefusal } from '#app/rooms/group-refusal.tsx'
import { inGroup } from '#app/rooms/in-group.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/rooms/groups/${params.groupId ?? ''}`)

export const action = (given: ActionFunctionArgs) => inGroup(given, (viewer, { groupId }: { groupId: string }) => planMeetings(viewer, groupId))

export default GroupRefusal
