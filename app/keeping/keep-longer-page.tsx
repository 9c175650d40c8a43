import { useActionData, useLoaderData } from '@remix-run/react'
import type { Refusal } from '#app/http/refusals.server.ts'
import { DayField } from '#app/cases/day-field.tsx'
import { WordsField } from '#app/cases/words-field.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import type { ToKeepLonger } from '#app/keeping/keep-longer-page.server.ts'
import { SaidLonger } from '#app/keeping/kept-longer-sheet.tsx'
import { SaySubject, whoReads } from '#app/keeping/say-subject.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import './keeping.css'

/** Something whose time has come is kept longer, or until another day than somebody said. */
export function KeepLongerPage() {
  const { id, today, come } = useLoaderData<ToKeepLonger>()
  const refusal = useActionData<Refusal>()
  const [said, problem] = [(name: string) => refusal?.said[name], (name: string) => refusal?.fields[name]]
  return (
    <Shell back={{ to: '/keeping', label: 'What is kept' }}>
      <PageTitle kicker={<span className="as-a-sentence"><SaySubject one={come} /></span>}>{come.kept ? 'Until another day' : 'Keep it longer'}</PageTitle>
      {come.kept && <Sheet tone="dusk" aria-label="Until when it is kept now"><p><b>It is kept until <When at={come.kept.until} day within />.</b></p><p className="soft"><SaidLonger kept={come.kept} /></p></Sheet>}
      <Sheet as="div">
        <DraftForm className="stack" about={`keep-longer/${come.subjectId}`} id={said('id') ?? id}>
          <Problem message={refusal?.message} />
          <DayField name="until" label="Until which day?" hint={come.kept ? 'Later or sooner, within ten years. Then it is due again.' : 'Within ten years. Then it is due again.'} today={today} said={said('until')} problem={problem('until')} />
          <WordsField name="words" label={come.kept ? 'Why until then?' : 'Why is it still needed?'} rows={3} longest={2000} said={said} problem={problem} />
          <Reads><b>{whoReads(come.rule)}</b> can read this. It cannot be changed afterwards.</Reads>
          <div><Button>Keep it until then</Button></div>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
