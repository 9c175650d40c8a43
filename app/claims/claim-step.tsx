import type { ReactNode } from 'react'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import type { Refusal } from '#app/http/refusals.server.ts'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

type Props = { page: { batchId: string; claim: { id: string; onDocuments: string }; id: string }; step: 'acceptance' | 'query'; title: string; refusal: Refusal | undefined; reads: ReactNode; children: ReactNode }

/** What an awarding body answered about one learner, written down: a page with one field. */
export function ClaimStep({ page: { batchId, claim, id }, step, title, refusal, reads, children }: Props) {
  return (
    <Shell back={{ to: `/claims/${batchId}`, label: 'The batch' }}>
      <PageTitle kicker={claim.onDocuments}>{title}</PageTitle>
      <Sheet>
        <DraftForm className="stack" about={`claim/${claim.id}/${step}`} id={refusal?.said.id ?? id}>
          <Problem message={refusal?.message} />
          {children}
          <Reads>{reads}</Reads>
          <Button type="submit">Write it down</Button>
        </DraftForm>
      </Sheet>
    </Shell>
  )
}
