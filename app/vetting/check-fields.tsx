import { dbsLevels, type Check } from '#modules/vetting/checks.ts'
import { Choice } from '#app/ui/choice.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { check: Check; today: string; said: (name: string) => string | undefined; problem: (name: string) => string | undefined }

const perhaps = (label: string) => <>{label} <span className="soft">if there is something</span></>

/** What is asked about one kind of check: of a DBS check its number and no more. */
export const CheckFields = ({ check: { kind, day, words, months, isLimit, notNeeded }, today, said, problem }: Props) => (
  <>
    {notNeeded && <Choice type="checkbox" name="isNotNeeded" value="yes" label={notNeeded} hint="Say below why. The day is then the day you asked." defaultChecked={said('isNotNeeded') === 'yes'} />}
    {kind === 'dbs' && <>
      <ChoiceGroup legend="Which check it was" type="radio" name="dbsLevel" required options={dbsLevels} defaultValue={said('dbsLevel')} problem={problem('dbsLevel')} />
      <Field label="The number on the certificate" problem={problem('certificateNumber')}><input name="certificateNumber" data-kept="nowhere" required maxLength={20} autoComplete="off" spellCheck={false} defaultValue={said('certificateNumber')} /></Field>
      <Choice type="checkbox" name="isOnUpdateService" value="yes" label="They are on the update service" hint="A new look at it there is written down as a check of its own." defaultChecked={said('isOnUpdateService') === 'yes'} />
    </>}
    <Field label={day} problem={problem('doneOn')}><input type="date" name="doneOn" required max={today} defaultValue={said('doneOn')} /></Field>
    <Field label="Good until" hint={months ? `Empty: ${months % 12 === 0 ? `${months / 12} ${months === 12 ? 'year' : 'years'}` : `${months} months`} from that day${isLimit ? ', and not longer' : ''}.` : 'Empty: it does not run out.'} problem={problem('goodUntil')}><input type="date" name="goodUntil" defaultValue={said('goodUntil')} /></Field>
    <Field label={words.isNeeded ? words.label : perhaps(words.label)} hint={words.hint} problem={problem('words')}><textarea name="words" rows={3} required={words.isNeeded} maxLength={1000} defaultValue={said('words')} /></Field>
  </>
)
