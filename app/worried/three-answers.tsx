import { useEffect, useRef, useState } from 'react'
import { newId } from '#modules/db/new-id.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { draftsUnder } from '#app/drafts/drafts.ts'
import { writtenByField } from '#app/http/written-by.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { begunHere, sayBegunHere } from './begun-here.ts'
import { concernKey, type ConcernDraft } from './concern-drafts.ts'
import { useConcernDraft } from './use-concern-draft.ts'
import type { Here } from './who-is-here.ts'

const none: readonly string[] = []

/** Three answers of whoever said that they are the one who is signed in here. What they began in this very tab comes back, and nothing else of theirs. */
export function ThreeAnswers({ here }: { here: Here }) {
  const form = useRef<HTMLFormElement>(null)
  const [id] = useState(newId)
  const [onlyBack] = useState(() => begunHere(here.id))
  const draft = useConcernDraft({ form, personId: here.id, id, sentIds: none, isAnswered: false, onlyBack })
  const isBegun = draft.words !== null
  useEffect(() => { if (isBegun) sayBegunHere(here.id, draft.id) }, [here, isBegun, draft.id])
  const values = draft.restored
  // The button that was pressed is gone, and so is the form that was drawn before the words were back.
  useEffect(() => { form.current?.querySelector('textarea')?.focus() }, [values])
  return (
    <>
      <WhatWaits here={here} />
      <p className="small">You are writing as {here.name}. There is no signal: <b>no adult has it until there is.</b> It is kept on this device, where {here.name} finds it again. Once you press “Hand it on”, it goes by itself, in {here.name}’s name, to the youth workers and the safeguarding lead.</p>
      <form ref={form} key={values ? 'restored' : 'new'} method="post" action="/worried/about" className="stack concern-form" onSubmit={draft.onSubmit} onInput={draft.onInput}>
        <input type="hidden" name={writtenByField} value={here.id} />
        <input type="hidden" name="id" value={draft.id} />
        <Field label="Who are you worried about?" hint="A first name is enough. It can be you. If you write the name of an adult here, they are not told, unless there is nobody else."><textarea className="short" name="who" rows={2} required maxLength={2000} defaultValue={values?.who} /></Field>
        <Field label="What happened, or what did you notice?" hint="Their words, if you remember them."><textarea className="long" name="what" rows={4} required maxLength={20_000} defaultValue={values?.what} /></Field>
        <ChoiceGroup legend="Is anyone in danger?" name="danger" type="radio" required options={dangers} defaultValue={values?.danger} />
        <div className="send">
          {draft.words && <Saved state={draft.state}>{draft.words}</Saved>}
          <Button disabled={draft.isSending}>{draft.isSending ? 'Sending …' : 'Hand it on'}</Button>
        </div>
      </form>
    </>
  )
}

/** Handed on before, and still here: that it waits, and nothing of what it says. */
function WhatWaits({ here }: { here: Here }) {
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    void draftsUnder<ConcernDraft>(here.id, concernKey('')).then((drafts) => setWaiting(drafts.filter(({ value }) => value.isToSend).length), () => { /* The form says what this device cannot keep. */ })
  }, [here])
  return waiting > 0 && <Note tone="sun"><b>{waiting === 1 ? 'What you handed on before is' : `${waiting} worries you handed on before are`} still waiting here.</b> No adult has {waiting === 1 ? 'it' : 'them'} yet.</Note>
}
