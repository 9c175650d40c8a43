import { subjectOf } from '#modules/keeping/subject.ts'
import { When } from '#app/ui/when.tsx'

type Subject = { rule: string; subjectId: string; raisedAt: Date | string; raisedByName: string | null }

/** Which one, without saying whom it is about; of a concern about an adult not who handed it on either. */
export const SaySubject = ({ one: { rule, raisedAt, raisedByName } }: { one: Subject }) => subjectOf(rule) === 'adult'
  ? <>a concern about an adult, handed on <When at={raisedAt} day within /></>
  : <>a concern from {raisedByName ?? 'a mentee'}, raised <When at={raisedAt} day within /></>

/** Where it is read. */
export const pageOf = (rule: string, id: string) => (subjectOf(rule) === 'adult' ? `/concerns/adults/${id}` : `/concerns/${id}`)
/** Where it is kept longer. */
export const longerPageOf = (rule: string, id: string) => (subjectOf(rule) === 'adult' ? `/keeping/adults/${id}/longer` : `/keeping/concerns/${id}/longer`)
/** Who gives the second signature. */
export const whoAgrees = (rule: string) => (subjectOf(rule) === 'adult' ? 'somebody else who keeps it' : 'another lead or deputy')
/** Who reads what is written about it. */
export const whoReads = (rule: string) => (subjectOf(rule) === 'adult' ? 'Everybody who keeps this record' : 'Leads and deputies of the setting')
