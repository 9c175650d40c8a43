import { categories } from '#modules/safeguarding/categories.ts'
import { Choice } from '#app/ui/choice.tsx'
import './category-fields.css'

type Own = { id: string; under: string; label: string; isRetired: boolean }
type Props = { chosen: readonly string[]; own: readonly Own[] }

/** The list of kinds of worry, folded by what guidance names; what the setting added stands with it. Several can be chosen. */
export const CategoryFields = ({ chosen, own }: Props) => (
  <fieldset className="categories">
    <legend className="label">What kinds of worry is it?</legend>
    {categories.map(({ key, label, leaves }) => {
      const mine = own.filter((one) => one.under === key && (!one.isRetired || chosen.includes(one.id))).map((one) => ({ key: one.id, label: one.label }))
      const all = [{ key, label: leaves.length + mine.length > 0 ? `${label}, in general` : label }, ...leaves, ...mine]
      const count = all.filter((one) => chosen.includes(one.key)).length
      return all.length === 1
        ? <Choice key={key} type="checkbox" name={`category-${key}`} value="yes" label={label} defaultChecked={count > 0} />
        : (
          <details key={key} className="category" open={count > 0}>
            <summary>{label}</summary>
            <div className="category-leaves">{all.map((one) => <Choice key={one.key} type="checkbox" name={`category-${one.key}`} value="yes" label={one.label} defaultChecked={chosen.includes(one.key)} />)}</div>
          </details>
        )
    })}
  </fieldset>
)
