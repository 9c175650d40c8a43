import { agencyKinds } from '#modules/agencies/kinds.ts'
import { ChoiceField } from '#app/cases/choice-field.tsx'
import { Field } from '#app/ui/field.tsx'
import type { Refusal } from '#app/http/refusals.server.ts'

type Known = Partial<Record<'kind' | 'area' | 'name' | 'phone' | 'hours' | 'referAt' | 'hints', string>>

/** What an entry of the directory says. */
export function AgencyFields({ known, refusal }: { known: Known; refusal?: Refusal }) {
  const said = (name: keyof Known) => refusal?.said[name] ?? known[name]
  const problem = (name: keyof Known) => refusal?.fields[name]
  return (
    <>
      <ChoiceField name="kind" label="What it is for" options={agencyKinds.map(({ value, label, hint }) => ({ value, label: `${label}: ${hint.charAt(0).toLowerCase()}${hint.slice(1)}` }))} said={said('kind')} problem={problem('kind')} />
      <Field label="Local authority or area" problem={problem('area')}><input name="area" required maxLength={80} defaultValue={said('area')} /></Field>
      <Field label="What it is called" problem={problem('name')}><input name="name" required maxLength={120} defaultValue={said('name')} /></Field>
      <Field label="Number" problem={problem('phone')}><input type="tel" name="phone" required maxLength={30} defaultValue={said('phone')} /></Field>
      <Field label="When somebody answers" hint="Monday to Friday, 9:00 to 17:00" problem={problem('hours')}><input name="hours" required maxLength={160} defaultValue={said('hours')} /></Field>
      <Field label={<>Where a referral goes <span className="soft">if in writing</span></>} hint="A page, a secure mailbox, or a post address" problem={problem('referAt')}><input name="referAt" maxLength={300} defaultValue={said('referAt')} /></Field>
      <Field label={<>What else to know <span className="soft">if there is something</span></>} problem={problem('hints')}><textarea name="hints" rows={2} maxLength={600} defaultValue={said('hints')} /></Field>
    </>
  )
}
