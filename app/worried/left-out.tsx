import { ChoiceGroup } from '#app/ui/choice-group.tsx'

type Props = { adults: readonly { personId: string; name: string; what: string }[]; chosen: readonly string[] }

/** Whom it is about or close to, whatever it is about: last on the form, and nobody has to open it. */
export const LeftOut = ({ adults, chosen }: Props) => (
  <details open={chosen.length > 0}>
    <summary>Does somebody here have to be left out?</summary>
    <ChoiceGroup legend="Who must not know?" hint="Somebody it is about, or their family or friend. They are told nothing and cannot see it." name="keptFrom" type="checkbox" defaultValue={[...chosen]}
      options={adults.map(({ personId, name, what }) => ({ value: personId, label: name, hint: what }))} />
  </details>
)
