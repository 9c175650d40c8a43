import type { Refusal } from '#app/http/refusals.server.ts'
import { additionsFor } from '#modules/safeguarding/additions.ts'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Asked } from './asked.tsx'
import { PartForm } from './part-form.tsx'
import { WhoReadsMine } from './who-reads-mine.tsx'
import './worried.css'

type Props = { asked: { id: string; today: string; part: string; isAdult: boolean; menteeId: string | null; toldNames: readonly string[]; takenOnByName: string | null; organisationName: string }; concernId: string; back: string; refusal?: Refusal }

/** One part of what somebody knows more: a plain form, on a page of its own. */
export function AddPage({ asked: { id, today, part, isAdult, menteeId, ...who }, concernId, back, refusal }: Props) {
  const addition = additionsFor(isAdult).find((one) => one.part === part)!
  return (
    <Shell reading back={{ to: back, label: 'What you passed on' }}>
      <PageTitle kicker="If you know more">{isAdult ? addition.adult : addition.young}</PageTitle>
      {addition.lead && <p>{addition.lead}</p>}
      <Sheet as="div">
        <PartForm menteeId={menteeId} about={`added/${concernId}/${part}`} id={refusal?.said.id ?? id}>
          <Problem message={refusal?.message} />
          {addition.questions.map((question) => <Asked key={question.name} question={question} isAdult={isAdult} today={today} said={refusal?.said[question.name]} problem={refusal?.fields[question.name]} />)}
          <WhoReadsMine {...who} />
          <div><Button>Add it</Button></div>
        </PartForm>
      </Sheet>
    </Shell>
  )
}
