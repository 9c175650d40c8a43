import { notifications } from '#modules/reporting/notified.ts'
import { saidIn } from '#modules/safeguarding/said.ts'
import { WordsField } from '#app/cases/words-field.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { clock: string; said: (name: string) => string | undefined; problem: (name: string) => string | undefined }

/** Who was told, when, by whom and under which reference; or why it waits. */
export const NotificationFields = ({ clock, said, problem }: Props) => (
  <>
    <ChoiceGroup legend="Who was told?" type="radio" name="notified" required options={notifications} defaultValue={said('notified')} problem={problem('notified')} />
    <Field label={<>When they were told <span className="soft">if they were</span></>} problem={problem('happenedAt')}><input type="datetime-local" name="happenedAt" max={clock} defaultValue={said('happenedAt')} /></Field>
    {saidIn('notified').map((part) => <WordsField key={part.name} {...part} rows={2} longest={4000} isNeeded={false} said={said} problem={problem} />)}
  </>
)
