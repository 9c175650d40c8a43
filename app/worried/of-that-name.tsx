import { writeAnswered } from '#modules/safeguarding/left-out.ts'
import { sayNames } from '#modules/safeguarding/say-names.ts'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { OutsideLines } from './outside-lines.tsx'

type Props = { adults: readonly { personId: string; name: string }[]; place: string; said: string | undefined; problem: string | undefined }

/** A name that may be that of the last adult who could be told: it is asked, for leaving them out would leave nobody. */
export function OfThatName({ adults, place, said, problem }: Props) {
  const names = [...new Set(adults.map(({ name }) => name))]
  const askedOf = adults.map(({ personId }) => personId)
  const one = names.length === 1
  return (
    <div className="stack">
      <ChoiceGroup legend={one ? `Is it about the ${names[0]!} who works at ${place}?` : `Is it about one of the adults of that name at ${place}?`} name="ofThatName" type="radio" required defaultValue={said} problem={problem}
        hint={`${sayNames(names)!} ${one ? 'is' : 'are'} told of worries there, and nobody else is left to tell.`}
        options={[
          { value: writeAnswered({ ofThatName: 'another', askedOf }), label: 'No, somebody else of that name', hint: `Then ${sayNames(names)!} can read this, and ${one ? 'is' : 'are'} told.` },
          { value: writeAnswered({ ofThatName: 'them', askedOf }), label: one ? 'Yes, or it is somebody close to them' : 'Yes, or somebody close to one of them', hint: `Then nobody there is told.${one ? '' : ' If it is only about one of them, choose that one at the end of this page instead.'}` },
        ]} />
      <p className="small soft">If it is about {one ? 'them' : 'any of them'}, tell somebody from outside as well. <OutsideLines /></p>
    </div>
  )
}
