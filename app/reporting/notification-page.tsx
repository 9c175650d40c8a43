import type { Refusal } from '#app/http/refusals.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { sayWholeDay } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { NotificationFields } from './notification-fields.tsx'

type Props = { asked: { id: string; clock: string; reporting: { inForceFrom: string; explanation: string } }; concernId: string; back: { to: string; label: string }; refusal?: Refusal | null }

/** What the law asks of an adult, in the setting's words, and the form in which they write down that it was done. */
export const NotificationPage = ({ asked: { id, clock, reporting }, concernId, back, refusal }: Props) => (
  <Shell back={back}>
    <PageTitle kicker={`In force here from ${sayWholeDay(new Date(`${reporting.inForceFrom}T12:00:00Z`))} ${reporting.inForceFrom.slice(0, 4)}, says your safeguarding lead`}>What the law asks of you</PageTitle>
    <Note tone="signal"><b>Is a child in danger now?</b> Call <a href="tel:999">999</a> first.</Note>
    <Sheet aria-label="What the law asks"><p className="said">{reporting.explanation}</p></Sheet>
    <Sheet as="div">
      <DraftForm className="stack" about={`notified/${concernId}`} id={refusal?.said.id ?? id}>
        <Problem message={refusal?.message} />
        <NotificationFields clock={clock} said={(name) => refusal?.said[name]} problem={(name) => refusal?.fields[name]} />
        <Reads><b>The safeguarding lead and whoever can open this concern</b> can read this. It cannot be changed afterwards.</Reads>
        <div><Button>Write it down</Button></div>
      </DraftForm>
    </Sheet>
  </Shell>
)
