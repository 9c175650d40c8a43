import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Refusal } from '#app/http/refusals.server.ts'
import type { StepToTake } from '#app/cases/step.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export type Asked = { today: string; clock: string; now: StepToTake['now']; said: (name: string) => string | undefined; problem: (name: string) => string | undefined }
type Props = { title: string; /** What of the case it is about, where one address has several. */ lead?: ReactNode; button: string; reads?: ReactNode; children: (asked: Asked) => ReactNode }

/** The page of one step of a case: what is asked, who reads it, and one button. Without script it is the same form. */
export function StepPage({ title, lead, button, reads, children }: Props) {
  const { concernId, ...which } = useParams()
  const { id, today, clock, now, isShut } = useLoaderData<StepToTake>()
  const refusal = useActionData<Refusal>()
  const about = ['case', title.toLowerCase().replace(/\W+/g, '-'), concernId, ...Object.entries(which).filter(([name]) => name !== '*').map(([, value]) => value)].join('/')
  return (
    <Shell back={{ to: `/concerns/${concernId!}`, label: 'The concern' }}>
      <PageTitle>{title}</PageTitle>
      {isShut && <Note tone="sun">That is not a next step any more: <Link to={`/concerns/${concernId!}`}>see where the concern stands</Link>.{refusal && ' What you wrote is still here, to copy.'}</Note>}
      {lead && !isShut && <p>{lead}</p>}
      {(!isShut || refusal) && (
        <Sheet as="div">
          <DraftForm className="stack" about={about} id={refusal?.said.id ?? id}>
            <Problem message={refusal?.message} />
            {children({ today, clock, now, said: (name) => refusal?.said[name], problem: (name) => refusal?.fields[name] })}
            <Reads>{reads ?? <><b>Everybody who can open this concern</b> can read this. It cannot be changed afterwards.</>}</Reads>
            {!isShut && <div><Button>{button}</Button></div>}
          </DraftForm>
        </Sheet>
      )}
    </Shell>
  )
}
