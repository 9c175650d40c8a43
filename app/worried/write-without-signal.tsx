import { useEffect, useRef, useState } from 'react'
import { newId } from '#modules/db/new-id.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { draftsWork } from '#app/drafts/drafts.ts'
import { isAnsweringNow } from '#app/live/is-answering-now.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { useConcernDraft } from './use-concern-draft.ts'
import { whoIsHere } from './who-is-here.ts'

/**
 * On the page that is kept on the device: three answers, for whoever is signed in on it, while there is no signal. They lie here as those of the
 * concern form do, and go by themselves. Nothing that was written before comes back on a page that asks nobody who they are.
 */
export function WriteWithoutSignal() {
  const [personId, setPersonId] = useState<string | null>(null)
  useEffect(() => { void isAnsweringNow().then((isAnswering) => { if (!isAnswering && draftsWork()) setPersonId(whoIsHere()) }) }, [])
  return personId && <Three personId={personId} />
}

const none: readonly string[] = []

function Three({ personId }: { personId: string }) {
  const form = useRef<HTMLFormElement>(null)
  const [id] = useState(newId)
  const draft = useConcernDraft({ form, personId, id, sentIds: none, isAnswered: false, isToComeBack: false })
  return (
    <Sheet aria-label="Write it down now">
      <h2 className="h3">Or write it down now</h2>
      <p className="small">There is no signal: <b>no adult has it until there is.</b> It is kept on this device and goes by itself, under the name of whoever is signed in here. If that is not you, ring or tell somebody.</p>
      <form ref={form} method="post" action="/worried/about" className="stack concern-form" onSubmit={draft.onSubmit} onInput={draft.onInput}>
        <input type="hidden" name="id" value={id} />
        <Field label="Who are you worried about?" hint="A first name is enough. It can be you."><textarea className="short" name="who" rows={2} required maxLength={2000} /></Field>
        <Field label="What happened, or what did you notice?" hint="Their words, if you remember them."><textarea className="long" name="what" rows={4} required maxLength={20_000} /></Field>
        <ChoiceGroup legend="Is anyone in danger?" name="danger" type="radio" required options={dangers} />
        <div className="send">
          {draft.words && <Saved state={draft.state}>{draft.words}</Saved>}
          <Button disabled={draft.isSending}>{draft.isSending ? 'Sending …' : 'Hand it on'}</Button>
        </div>
      </form>
    </Sheet>
  )
}
