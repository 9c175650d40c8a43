import type { Destruction } from '#modules/keeping/find-destruction.server.ts'
import { subjectOf } from '#modules/keeping/subject.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import './keeping.css'

type Given = Pick<Destruction, 'id' | 'label' | 'count' | 'askedByName' | 'endedByName' | 'long' | 'because' | 'rule'> & { askedAt: Date | string; endedAt: Date | string | null }

/** What was destroyed, how much of it, when, by whom and by which rule; and no name of whom it was about. */
export const Certificate = ({ asked: { id, label, count, askedByName, endedByName, long, because, rule, askedAt, endedAt } }: { asked: Given }) => (
  <>
    <Sheet>
      <dl className="certificate">
        <div><dt>What</dt><dd><b>{label}: {count === 1 ? 'one record' : `${count} records`}</b></dd></div>
        <div><dt>When</dt><dd>{endedAt && <When at={endedAt} />}</dd></div>
        <div><dt>Who asked</dt><dd>{askedByName ?? 'Somebody who has left'}, <When at={askedAt} within /></dd></div>
        <div><dt>Who agreed</dt><dd>{endedByName ?? 'Somebody who has left'}{endedAt && <>, <When at={endedAt} within /></>}</dd></div>
        <div><dt>By which rule</dt><dd>{long}: {because} <span className="soft small">({rule})</span></dd></div>
      </dl>
    </Sheet>
    <p>The words can be read by nobody any more. The chronologies stay, sealed for good, so that they still prove that nothing else was changed. Backups made before hold them until those are thrown away.</p>
    <Bar><a className="button" data-kind="plain" href={`/keeping/${id}/certificate`}>The certificate as a PDF</a></Bar>
    <Reads><b>{subjectOf(rule) === 'adult' ? 'Whoever kept it' : 'Leads and deputies of the setting'}</b> can see this. It names nobody whom it was about.</Reads>
  </>
)
