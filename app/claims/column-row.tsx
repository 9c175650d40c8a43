import { claimFields, type Column } from '#modules/claims/template.ts'
import { Field } from '#app/ui/field.tsx'
import './claims.css'

/** How many columns a form offers. */
export const rowsOfColumns = 20

/** The columns as they stand in a form: those with a heading. */
export const columnsIn = (said: Record<string, string>): Column[] =>
  Array.from({ length: rowsOfColumns }, (_, at) => ({ header: said[`header-${at}`] ?? '', field: (said[`field-${at}`] ?? '') as Column['field'], fixed: said[`fixed-${at}`] ?? '' })).filter(({ header }) => header.trim())

type Props = { at: number; column?: Column; said?: Record<string, string> }

/** One column of a table: what stands above it, what goes in. */
export const ColumnRow = ({ at, column, said }: Props) => (
  <fieldset className="column-row"><legend className="label">Column {at + 1}</legend>
    <Field label="Heading"><input name={`header-${at}`} maxLength={80} defaultValue={said ? said[`header-${at}`] : column?.header} /></Field>
    <Field label="What goes in"><select name={`field-${at}`} defaultValue={said?.[`field-${at}`] ?? column?.field ?? 'fixed'}>{Object.entries(claimFields).map(([field, says]) => <option key={field} value={field}>{says}</option>)}</select></Field>
    <div className="column-fixed"><Field label="Words in every row"><input name={`fixed-${at}`} maxLength={120} defaultValue={said ? said[`fixed-${at}`] : column?.fixed} /></Field></div>
  </fieldset>
)
