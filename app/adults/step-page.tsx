import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { AdultStepToTake } from '#app/adults/step.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import type { Refusal } from '#app/http/refusals.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { sayNames } from '#modules/safeguarding/say-names.ts'

export type Asked = { clock: string; now: AdultStepToTake['now']; said: (name: string) => string | undefined; problem: (name: string) => string | undefined }
type Props = { title: string; lead?: ReactNode; button: string; children: (asked: Asked) => ReactNode }

/** The page of one step of a concern about an adult: what is asked, who reads it by name, and one button. Without script it is the same form. */
export function AdultStepPage({ title, lead, button, children }: Props) {
  const { adultConcernId, line } = useParams()
  const { id, clock, now, isShut } = useLoaderData<AdultStepToTake>()
  const refusal = useActionData<Refusal>()
  const to = `/concerns/adults/${adultConcernId!}`
  return (
    <Shell back={{ to, label: 'The record' }}>
      <PageTitle>{title}</PageTitle>
      {isShut && <Note tone="sun">That is not a next step any more: <Link to={to}>see where it stands</Link>.{refusal && ' What you wrote is still here, to copy.'}</Note>}
      {lead && !isShut && <p>{lead}</p>}
      {(!isShut || refusal) && (
        <Sheet as="div">
          <DraftForm className="stack" about={['adult', title.toLowerCase().replace(/\W+/g, '-'), adultConcernId, line].filter(Boolean).join('/')} id={refusal?.said.id ?? id}>
            <Problem message={refusal?.message} />
            {children({ clock, now, said: (name) => refusal?.said[name], problem: (name) => refusal?.fields[name] })}
            <Reads><b>{sayNames(now.readerNames)}</b> can read this, and whoever is brought in later. It cannot be changed afterwards.</Reads>
            {!isShut && <div><Button>{button}</Button></div>}
          </DraftForm>
        </Sheet>
      )}
    </Shell>
  )
}
