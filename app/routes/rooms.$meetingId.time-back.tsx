import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { takeBackTime } from '#modules/supervision/take-back-time.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { inRoom } from '#app/rooms/in-room.server.ts'
import { RoomRefusal } from '#app/rooms/room-refusal.tsx'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/rooms/${params.meetingId ?? ''}`)

export const action = (given: ActionFunctionArgs) => inRoom(given, takeBackTime)

export default RoomRefusal
