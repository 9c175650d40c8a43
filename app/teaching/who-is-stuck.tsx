import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import { RoomForm } from '#app/rooms/room-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

/** Who is stuck, the longest first, before anything else below the step: on a phone the list of people is far down. Said aloud when it changes. */
export function WhoIsStuck({ teaching, here }: { teaching: TeachingSeen; here: string }) {
  const stuck = teaching.learners.flatMap(({ name, stuck: signal }) => (signal ? [{ name, stuckId: signal.id, since: signal.since, title: signal.title }] : [])).sort((one, other) => new Date(one.since).getTime() - new Date(other.since).getTime())
  return (
    <div aria-live="polite" className={stuck.length > 0 ? undefined : 'visually-hidden'}>
      {stuck.length > 0 && (
        <Sheet tone="dusk" aria-labelledby="stuck">
          <h2 id="stuck">Stuck</h2>
          <ul className="stuck-list">{stuck.map(({ stuckId, name, since, title }) => (
            <li key={stuckId}>
              <p><b>{name}</b> <span className="soft small">since <When at={since} within />, at “{title}”</span></p>
              <RoomForm to={`${here}/help`} fields={{ stuckId }}><Button kind="plain">I’m going to {name}</Button></RoomForm>
            </li>
          ))}</ul>
        </Sheet>
      )}
    </div>
  )
}
