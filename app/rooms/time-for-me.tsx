import { Button } from '#app/ui/button.tsx'
import { RoomForm } from './room-form.tsx'

type Props = { meetingId: string; name: string; freshId: string; isAsked: boolean }

/** Time for oneself in a meeting: anybody may ask, for anything, so that asking says nothing about why. */
export const TimeForMe = ({ meetingId, name, freshId, isAsked }: Props) => isAsked ? (
  <div className="stack">
    <p role="status"><b>There is time for you.</b> The agenda says “Something for {name}”, and never what.</p>
    <RoomForm to={`/rooms/${meetingId}/time-back`}><Button kind="plain">I don’t need it after all</Button></RoomForm>
  </div>
) : (
  <RoomForm to={`/rooms/${meetingId}/time`} fields={{ itemId: freshId }}>
    <Button kind="plain">Ask for time for me</Button>
    <p className="small soft">The group sees “Something for {name}”. You say what it is when you are there, or you don’t.</p>
  </RoomForm>
)
