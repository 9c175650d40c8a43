import type { PlaceOfRegister } from '#modules/adults/adult-register.server.ts'
import { dangers } from '#modules/safeguarding/states.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import type { Refusal } from '#app/http/refusals.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { sayRole } from './say-role.ts'

type Props = { id: string; meId: string; places: readonly PlaceOfRegister[]; /** What is written here, for the device. */ about: string; refusal?: Refusal; /** Found in a child's concern, it is about that child. */ isFound?: boolean }

/** For those who keep the register: a concern about an adult that they saw, or were told of, in one form. */
export function WriteDownAdult({ id, meId, places, about, refusal, isFound = false }: Props) {
  const said = (name: string) => refusal?.said[name]
  const problem = (name: string) => refusal?.fields[name]
  const adults = [...new Map(places.flatMap(({ adults }) => adults).map((adult) => [adult.personId, adult])).values()]
  return (
    <Sheet as="div">
      <DraftForm className="stack" about={about} id={said('id') ?? id}>
        <Problem message={refusal?.message} />
        {places.length > 1 && <Field label="Where is this about?"><select name="organisationId" defaultValue={said('organisationId') ?? places[0]?.organisationId}>{places.map(({ organisationId, name }) => <option key={organisationId} value={organisationId}>{name}</option>)}</select></Field>}
        {places.length === 1 && <input type="hidden" name="organisationId" value={places[0]!.organisationId} />}
        <Field label="Which adult?" hint="If they are on the list, choose them: then they see nothing of it. A peer mentor under 18 is not on it: a worry about them is a concern like any other." problem={problem('aboutId')}>
          <select name="aboutId" defaultValue={said('aboutId') ?? ''}>
            <option value="">Somebody who is not on this list</option>
            {adults.map(({ personId, name, role }) => <option key={personId} value={personId}>{personId === meId ? `${name} (you)` : name}, {sayRole(role)}</option>)}
          </select>
        </Field>
        <Field label="If they are not on it: who are they?" hint="Name, and what they do here" problem={problem('aboutName')}><input name="aboutName" maxLength={300} defaultValue={said('aboutName')} /></Field>
        {!isFound && <Field label={<>Which young person is it to do with? <span className="soft">if there is one</span></>} problem={problem('child')}><input name="child" maxLength={2000} defaultValue={said('child')} /></Field>}
        <Field label="What happened" hint="What was seen and said, when, where, and what stood around it. Facts first." problem={problem('what')}><textarea name="what" rows={6} required maxLength={20_000} defaultValue={said('what')} /></Field>
        <ChoiceGroup legend="Is anyone in danger?" name="danger" type="radio" required options={dangers} defaultValue={said('danger')} problem={problem('danger')} />
        <Field label={<>Who told you? <span className="soft">if somebody did</span></>} problem={problem('toldBy')}><input name="toldBy" maxLength={300} defaultValue={said('toldBy')} /></Field>
        <Choice type="checkbox" name="isApart" value="yes" label="They asked that their name is kept apart" hint="Your name and theirs are shown after asking only, with a reason, on record." defaultChecked={said('isApart') === 'yes'} />
        <details open={Boolean(said('keptFrom'))}><summary>Is somebody here close to that adult?</summary>
          <ChoiceGroup legend="Who else must not know?" hint="Relatives and friends. They are told nothing and see nothing." name="keptFrom" type="checkbox" defaultValue={said('keptFrom')?.split(',').filter(Boolean)} options={adults.map(({ personId, name, role }) => ({ value: personId, label: name, hint: sayRole(role) }))} />
        </details>
        <Reads><b>The safeguarding leads and deputies</b> can read this. About one of the leads it goes to the head instead; about the head, to the delivery site. Nobody else reads it.</Reads>
        <div><Button>Put it in the register</Button></div>
      </DraftForm>
    </Sheet>
  )
}
