import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

type Props = {
  back: { to: string; label: string }; kicker: string; title: string; isStruck: boolean; readers: string; hidden?: Record<string, string>; children: ReactNode
  refusal?: { message?: string; fields: Record<string, string | undefined>; said: Record<string, string> }
}

/** Asks why something is struck through, and says what follows from it. A refusal keeps what was written, also where a colleague was first. */
export const StrikeThrough = ({ back, kicker, title, isStruck, readers, hidden = {}, refusal, children }: Props) => (
  <Shell back={back}>
    <PageTitle kicker={kicker}>{title}</PageTitle>
    <Sheet>
      {isStruck && !refusal ? <div className="stack"><Note>It is struck through.</Note><Bar><ButtonLink kind="plain" to={back.to}>Back</ButtonLink></Bar></div> : (
        <Form method="post" className="stack">
          {children}
          <Problem message={refusal?.message} />
          {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={refusal?.said[name] ?? value} />)}
          <Field label="What was wrong" problem={refusal?.fields.why}><textarea name="why" required rows={3} maxLength={2000} defaultValue={refusal?.said.why} /></Field>
          <Reads><b>{readers}</b> can read this. It stays beside the entry for good.</Reads>
          <Bar><Button type="submit">Strike it through</Button><ButtonLink kind="plain" to={back.to}>Leave it as it is</ButtonLink></Bar>
        </Form>
      )}
    </Sheet>
  </Shell>
)
