import type { OpenCase } from '#modules/cases/find-case.server.ts'
import type { Line } from '#app/concerns/chronology.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SharedRow } from './shared-row.tsx'

/** What of a case was shared, and what was not: a list of its own, and the ways to add to it. */
export function SharedSheet({ now, lines }: { now: OpenCase; lines: readonly Line[] }) {
  const shared = lines.filter(({ kind, recipient }) => ['shared', 'not-shared', 'referred', 'transferred'].includes(kind) || (kind === 'notified' && recipient !== null))
  const base = `/concerns/${now.concernId}`
  const mayAdd = now.can.includes('shared')
  if (shared.length === 0 && !mayAdd) return null
  return (
    <section className="stack">
      <h2 className="h3">Shared with others</h2>
      <Sheet>
        {shared.length > 0
          ? <Rows label="Shared with others">{shared.map((line) => <SharedRow key={line.id} entry={line} detail={<span className="said">{line.kind === 'referred' ? `A referral to ${line.agencyName ?? 'an agency'}` : line.kind === 'transferred' ? `All of it, to ${line.says[1]?.text ?? 'another setting'}` : line.says[0]?.text}. </span>} />)}</Rows>
          : <p>Nothing of it was shared with anybody else.</p>}
        {mayAdd && <Bar><ButtonLink to={`${base}/sharing`} kind="plain">Write down what was shared</ButtonLink><ButtonLink to={`${base}/not-sharing`} kind="plain">Decide not to share</ButtonLink></Bar>}
      </Sheet>
    </section>
  )
}
