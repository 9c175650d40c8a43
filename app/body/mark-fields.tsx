import { pictures } from '#modules/safeguarding/body.ts'
import { lookNames, looks, placesIn } from '#modules/safeguarding/marks.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { index: number; name: string | null; number: number; isHidden: boolean; said: (name: string) => string | undefined; problem: (name: string) => string | undefined; onChoose: (place: string) => void; onRemove: () => void }

/** One mark in words: where it is, chosen from a list, and what it looked like. The list is the whole of the map, for whoever does not see or use the drawing. */
export function MarkFields({ index, name, number, isHidden, said, problem, onChoose, onRemove }: Props) {
  const title = name ? `Mark ${number}: ${name}` : index === 0 ? 'Choose a place from the list' : 'Another mark'
  return (
    <details className="body-one" id={`mark-${index}`} open={index === 0} hidden={isHidden}>
      <summary>{title}</summary>
      <fieldset className="body-one-fields">
        <legend className="visually-hidden">{title}</legend>
        <Field label="Where was it?" problem={problem(`marks.${index}.place`)}>
          <select name={`place-${index}`} defaultValue={said(`place-${index}`) ?? ''} onChange={(event) => onChoose(event.currentTarget.value)}>
            <option value="">Choose a place</option>
            {pictures.map((picture) => <optgroup key={picture.key} label={picture.label}>{placesIn(picture.key).map((place) => <option key={place.key} value={place.key}>{place.name}</option>)}</optgroup>)}
          </select>
        </Field>
        {(['x', 'y'] as const).map((at) => <input key={at} type="text" name={`${at}-${index}`} defaultValue={said(`${at}-${index}`) ?? ''} className="visually-hidden" tabIndex={-1} aria-hidden="true" autoComplete="off" />)}
        <div className="body-one-looks">
          {lookNames.map((look) => (
            <Field key={look} label={looks[look].label}>
              <select name={`${look}-${index}`} defaultValue={said(`${look}-${index}`) ?? ''}>
                <option value="">I do not know</option>
                {looks[look].options.map((option) => <option key={option} value={option}>{option.charAt(0).toUpperCase() + option.slice(1)}</option>)}
              </select>
            </Field>
          ))}
        </div>
        <Field label={<>Anything else about it <span className="soft">if there is something</span></>} problem={problem(`marks.${index}.more`)}><input name={`more-${index}`} maxLength={1000} autoComplete="off" defaultValue={said(`more-${index}`)} /></Field>
        {name && <div><Button type="button" kind="plain" onClick={onRemove}>Take this mark out<span className="visually-hidden">: {name}</span></Button></div>}
      </fieldset>
    </details>
  )
}
