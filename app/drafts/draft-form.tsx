import { Form, type FormProps } from '@remix-run/react'
import { useRef } from 'react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { useFrame } from '#app/ui/frame.ts'
import { WrittenBy } from './written-by.tsx'
import { useFormDraft } from './use-form-draft.ts'

type Props = Omit<FormProps, 'method' | 'onInput' | 'onSubmit'> & { /** What is written here, and about what: `decision/<registrationId>/<criterionId>`. */ about: string; /** The id its deed will have. It goes along as `id`. */ id: string }

/**
 * A plain form whose words stay on the device until the server has them: they come back after a reload, a lost signal, an ended session. Its deed
 * records the id, by which the server knows what has arrived. Without script it is a form like any other.
 */
export function DraftForm(form: Props) {
  // Somebody else may sign in at a shared computer while it is open: the words of the one before go with the form they were written in.
  return <TheirForm key={useFrame()?.viewer?.id} {...form} />
}

function TheirForm({ about, id, children, ...form }: Props) {
  const element = useRef<HTMLFormElement>(null)
  const draft = useFormDraft(element, about, id)
  return (
    <Form {...form} method="post" ref={element} onInput={draft.onInput} onSubmit={draft.onSubmit}>
      <WrittenBy />
      <input type="hidden" name="id" value={draft.id} />
      {draft.isBack && (
        <Note tone="sun">
          <p role="status"><b>What you were writing is back.</b> It is on this device only, and not sent yet.</p>
          <Bar><Button type="button" kind="plain" onClick={draft.startAgain}>Start without it</Button></Bar>
        </Note>
      )}
      {children}
      {draft.words && <Saved state={draft.state}>{draft.words}</Saved>}
    </Form>
  )
}
