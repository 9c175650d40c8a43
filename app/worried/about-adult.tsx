import { whoKeeps, whoReadsWhileAway, type OnAdultLadder } from '#modules/adults/who-keeps.ts'
import { sayNames } from '#modules/safeguarding/say-names.ts'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { OutsideLines } from './outside-lines.tsx'

type Adult = { personId: string; name: string; what: string }
type Props = { adults: readonly Adult[]; ladder: readonly OnAdultLadder[]; selfId: string | null; kept: readonly string[]; values: Record<string, string | undefined>; isMentee: boolean }

/** It is about an adult who works or volunteers there: which one, and who reads it then. It goes round them, and round whoever is left out below. */
export function AboutAdult({ adults, ladder, selfId, kept, values, isMentee }: Props) {
  return (
    <>
      <Choice type="checkbox" name="isAboutAdult" value="yes" label="It is about an adult who works or helps here" hint="Then it goes round them: they are told nothing." defaultChecked={values.isAboutAdult === 'yes'} />
      <div className="if-adult">
        <Field label="Which adult?">
          <select name="aboutId" defaultValue={values.aboutId ?? ''}>
            <option value="">Somebody who is not on this list</option>
            {selfId && <option value={selfId}>Me</option>}
            {adults.map(({ personId, name, what }) => <option key={personId} value={personId}>{name}, {what}</option>)}
          </select>
        </Field>
        <Field label="If they are not on the list: who are they?" hint="A name, or what they do here."><input name="aboutName" maxLength={300} defaultValue={values.aboutName} /></Field>
        {!isMentee && <Choice type="checkbox" name="isApart" value="yes" label="Keep my name apart" hint="Whoever looks after it sees your name, and where you were, only if they must. They have to say why, and that stays on record." defaultChecked={values.isApart === 'yes'} />}
        <ReadsAboutAdult ladder={ladder} kept={kept} isWhole />
      </div>
    </>
  )
}

/** Who reads it when it is about an adult. Who is chosen above is left out as they are chosen. */
export function ReadsAboutAdult({ ladder, kept, isWhole = false }: { ladder: readonly OnAdultLadder[]; kept: readonly string[]; /** With the rule, for whom the names do not change as somebody is chosen. */ isWhole?: boolean }) {
  const besides = whoReadsWhileAway(ladder, kept).map(({ name }) => name)
  const names = sayNames([...whoKeeps(ladder, kept).map(({ name }) => name), ...besides])
  return names
    ? <Reads><b>{names}</b> can read this, because it is about an adult. Nobody else.{besides.length > 0 && ` The others are away just now, so ${sayNames(besides)!} is told too.`}{isWhole && ' Whoever you choose is left out, and so is anybody whose name you write. About a safeguarding lead, it goes to the head. About the head, it goes to the people who look after this setting from outside.'}</Reads>
    : <Reads><b>Nobody here</b> can read this. Tell somebody from outside. <OutsideLines /></Reads>
}
