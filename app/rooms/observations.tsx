import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { worriedFrom } from '#modules/safeguarding/origin.ts'
import { SuggestLater } from '#app/notice/suggest-later.tsx'
import { WrittenBy } from '#app/drafts/written-by.tsx'
import { writtenByField } from '#app/http/written-by.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Saved, type SavedState } from '#app/ui/saved.tsx'
import type { Answer } from './room-form.tsx'
import { list, nameOf, supervisorsOf } from './words.ts'

/** How each mentor copes, one quiet note a mentor and supervisor. `noteIds`: the id each mentor's note will have, if there is none yet. */
export function Observations({ room, noteIds }: { room: RoomView; noteIds: Record<string, string> }) {
  const notes = room.forSupervisors?.observations ?? []
  return (
    <div className="observations">
      {room.members.filter((member) => member.part === 'mentor').map(({ personId, name }) => {
        const mine = notes.find((note) => note.mentorId === personId && note.byId === room.me.personId)
        const others = notes.filter((note) => note.mentorId === personId && note.byId !== room.me.personId)
        return (
          <details key={personId}>
            <summary>How {name} is doing{(mine || others.length > 0) && <span className="soft small"> · noted</span>}</summary>
            {others.map((note) => <p key={note.id} className="small"><b>{nameOf(room, note.byId)}:</b> {note.words}</p>)}
            <MyNote room={room} mentorId={personId} name={name} id={mine?.id ?? noteIds[personId] ?? ''} words={mine?.words ?? ''} revision={mine?.revision ?? 0} />
          </details>
        )
      })}
    </div>
  )
}

type Note = { room: RoomView; mentorId: string; name: string; id: string; words: string; revision: number }

/** Saves itself a moment after the last letter; without script there is the button. A save that began from an older one overwrites nothing. */
function MyNote({ room, mentorId, name, id, words, revision }: Note) {
  const fetcher = useFetcher<Answer>()
  const [text, setText] = useState(words)
  const kept = useRef({ id, words, revision })
  const save = useRef<ReturnType<typeof setTimeout>>()
  const answer = fetcher.data
  const refusal = answer && 'message' in answer ? answer : undefined
  const sent = useRef(words)

  useEffect(() => {
    if (!answer || !('done' in answer)) return
    const { observationId, revision: saved } = answer.done as { observationId: string; revision: number }
    kept.current = { id: observationId, words: sent.current, revision: saved }
  }, [answer])

  useEffect(() => {
    clearTimeout(save.current)
    if (fetcher.state !== 'idle' || refusal || text === kept.current.words || text.trim() === '') return
    save.current = setTimeout(() => {
      sent.current = text
      fetcher.submit({ [writtenByField]: room.me.personId, mentorId, observationId: kept.current.id, revision: kept.current.revision, words: text }, { method: 'post', action: `/rooms/${room.id}/observation` })
    }, 1200)
    return () => clearTimeout(save.current)
  }, [text, fetcher, refusal, mentorId, room.id, room.me.personId])

  const state: SavedState = fetcher.state !== 'idle' ? 'saving' : text !== kept.current.words ? 'unsaved' : 'saved'
  return (
    <fetcher.Form method="post" action={`/rooms/${room.id}/observation`} className="room-form">
      <WrittenBy />
      <input type="hidden" name="mentorId" value={mentorId} />
      <input type="hidden" name="observationId" value={kept.current.id} />
      <input type="hidden" name="revision" value={kept.current.revision} />
      <Field label={`Your note on ${name}`}><textarea name="words" rows={3} maxLength={4000} required value={text} onChange={(event) => setText(event.target.value)} /></Field>
      <Reads><b>Only {list(supervisorsOf(room))}</b> read this. {name} and the group do not.</Reads>
      {text !== '' && <Saved state={state} />}
      <Problem message={refusal?.message} />
      <SuggestLater text={text === words ? '' : text} personId={room.me.personId} place={`observation/${kept.current.id}`} to={worriedFrom('meeting', room.id)} />
      <noscript><Button kind="plain">Save the note</Button></noscript>
    </fetcher.Form>
  )
}
