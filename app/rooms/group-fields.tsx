import { Field } from '#app/ui/field.tsx'

export const rules = [['FREQ=WEEKLY;INTERVAL=2', 'Every fortnight'], ['FREQ=WEEKLY', 'Every week'], ['FREQ=WEEKLY;INTERVAL=3', 'Every three weeks']] as const

type Known = { name?: string; place?: string; callAddress?: string | null; rule?: string; firstAt?: string; minutes?: number | string }

/** What a group is called, where and when it meets. `problems`: a sentence a field. */
export function GroupFields({ known = {}, problems = {} }: { known?: Known; problems?: Record<string, string> }) {
  const isListed = rules.some(([rule]) => rule === (known.rule ?? rules[0][0]))
  return (
    <>
      <Field label="Name of the group" problem={problems.name}><input name="name" required minLength={2} maxLength={80} defaultValue={known.name} autoComplete="off" /></Field>
      <Field label="Where it meets" problem={problems.place}><input name="place" required minLength={2} maxLength={120} defaultValue={known.place} autoComplete="off" /></Field>
      <Field label="First meeting" hint="Straight after mentoring works best. The time stays the same when the clocks change." problem={problems.firstAt}><input name="firstAt" type="datetime-local" required defaultValue={known.firstAt} /></Field>
      <Field label="How often" hint="Only within your terms. The fortnight goes on counting through the holidays." problem={problems.rule}>
        <select name="rule" defaultValue={known.rule ?? rules[0][0]}>{rules.map(([rule, words]) => <option key={rule} value={rule}>{words}</option>)}{!isListed && <option value={known.rule}>{known.rule}</option>}</select>
      </Field>
      <Field label="Minutes" problem={problems.minutes}><input name="minutes" type="number" min={15} max={240} required defaultValue={known.minutes ?? 60} /></Field>
      <Field label="Your own call, for meetings at a distance" hint="If you use one: the address of your setting’s own video call." problem={problems.callAddress}><input name="callAddress" type="url" maxLength={500} defaultValue={known.callAddress ?? ''} autoComplete="off" /></Field>
    </>
  )
}
