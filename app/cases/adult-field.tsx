import { Field } from '#app/ui/field.tsx'

type Adult = { personId: string; name: string; role?: string }
type Props = { name: string; label: string; hint?: string; adults: readonly Adult[]; problem?: string; said?: string }

const words: Record<string, string> = {
  safeguarding_lead: 'safeguarding lead', deputy_lead: 'deputy safeguarding lead', head: 'head', specialist: 'mental-health specialist', youth_worker: 'youth worker', coordinator: 'coordinator', programme_lead: 'programme lead',
}

/** One adult of the setting, chosen by name. */
export const AdultField = ({ name, label, hint, adults, problem, said }: Props) => (
  <Field label={label} hint={hint} problem={problem}>
    <select name={name} required defaultValue={said ?? ''}>
      <option value="">Choose</option>
      {adults.map((adult) => <option key={adult.personId} value={adult.personId}>{adult.name}{adult.role ? `, ${words[adult.role] ?? adult.role}` : ''}</option>)}
    </select>
  </Field>
)
