import { Field } from '#app/ui/field.tsx'

/** Why there is one adult, and who stands by. */
export const StandbyFields = ({ standbys }: { standbys: readonly { personId: string; name: string }[] }) => (
  <>
    <Field label="Why it goes on with one adult"><textarea name="reason" required minLength={10} maxLength={1000} rows={3} /></Field>
    <Field label="Who is standing by" hint="Another adult of this setting who can come at once.">
      <select name="standbyId" required defaultValue=""><option value="" disabled>Choose somebody</option>{standbys.map(({ personId, name }) => <option key={personId} value={personId}>{name}</option>)}</select>
    </Field>
  </>
)
