import { Phone, TriangleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AdultLadder } from '#modules/adults/adult-ladders.server.ts'
import { namedOn, wordsOf } from '#modules/safeguarding/named-on.ts'
import { leftOut, readAnswered } from '#modules/safeguarding/left-out.ts'
import { dangers, peopleOn, type AdultToTell } from '#modules/safeguarding/states.ts'
import { visitField } from '#app/http/written-by.ts'
import { WrittenBy } from '#app/drafts/written-by.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { AboutAdult } from './about-adult.tsx'
import { AboutMentoring } from './about-mentoring.tsx'
import { ComesFrom, type ComesFromOrigin } from './comes-from.tsx'
import { LeftOut } from './left-out.tsx'
import { NobodyHere, type Hours } from './nobody-here.tsx'
import { OfThatName } from './of-that-name.tsx'
import { sayNames } from '#modules/safeguarding/say-names.ts'
import { useConcernDraft } from './use-concern-draft.ts'
import { WhoReadsIt } from './who-reads-it.tsx'
import './worried.css'

type Adult = { personId: string; name: string; what: string }
type OnLadder = Omit<AdultToTell, 'hereUntil'> & { hereUntil: Date | string | null }
export type Place = { organisationId: string; organisationName: string; hours: Hours; ladder: readonly OnLadder[]; adults: readonly Adult[]; aroundMentoring: readonly string[] | null } & AdultLadder
type Props = {
  action: string; id: string; places: readonly Place[]; answerId?: string | null
  /** What was typed, when the form comes back. `keptFrom` is a list of ids with commas between, and so is `askedOf`: whom the server found by a name that no form is given. */
  said?: Record<string, string>; problems?: Record<string, string>; message?: string
  /** What they had before them, for themself. */
  origin?: ComesFromOrigin | null
  /** Whose device-side draft this is; nobody's for a mentee on a shared device. */
  personId: string | null; /** On whose visit it is drawn. */ menteeId?: string; sentIds?: readonly string[]
}

/** Who, what, how near: three answers are enough. Works without the script; with it, what is typed is kept on the device until an adult has it. */
export function ConcernForm({ action, id, places, origin = null, answerId, said = {}, problems = {}, message, personId, menteeId, sentIds = [] }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const draft = useConcernDraft({ form, personId, id, sentIds, isAnswered: Boolean(message) })
  // What was left here comes back; that there is danger now, said a moment ago, stands above it.
  const values: Record<string, string | undefined> = { ...(draft.restored ?? said), ...(said.danger === 'now' ? { danger: 'now' } : {}) }
  // What was typed before something came back stands no longer.
  const [typed, setTyped] = useState<{ over: typeof draft.restored; said: Typed } | null>(null)
  const { who, kept, isAboutMentoring, isAboutAdult, ofThatName, organisationId } = typed?.over === draft.restored ? typed.said : asTyped(values, (values.keptFrom ?? '').split(','))
  const place = places.find((one) => one.organisationId === organisationId) ?? places[0]
  const ladder = (place?.ladder ?? []).map((adult) => ({ ...adult, hereUntil: adult.hereUntil === null ? null : new Date(adult.hereUntil) }))
  const answered = readAnswered(ofThatName ?? '')
  const asked = wordsOf(values.who ?? '').every((word) => wordsOf(who).includes(word)) ? (values.askedOf?.split(',') ?? readAnswered(values.ofThatName ?? '').askedOf ?? []) : []
  const byName = namedOn(ladder, who)
  const named = [...new Set(ladder.map(({ personId }) => personId))].filter((personId) => byName.includes(personId) || asked.includes(personId))
  /** Whose name is written here is left out too, save where it is about an adult: there it is asked for by itself. */
  const outOf = (isMentoring: boolean) => leftOut(ladder, { named, raisedById: personId, chosen: kept, around: isMentoring ? (place?.aroundMentoring ?? []) : null, ...answered })
  const last = isAboutAdult ? [] : outOf(isAboutMentoring).last.map((personId) => ladder.find((adult) => adult.personId === personId)!)
  const first = peopleOn('first', ladder, { keptFrom: outOf(false).keptFrom, raisedById: personId })
  const readersOf = (isMentoring: boolean) => {
    const around = { keptFrom: outOf(isMentoring).keptFrom, raisedById: personId, isAboutMentoring: isMentoring }
    const first = peopleOn('first', ladder, around)
    return { first: sayNames(first.map((adult) => adult.name)), later: sayNames(peopleOn('head', ladder, around).filter((head) => !first.some((adult) => adult.personId === head.personId)).map((head) => head.name)) }
  }
  const [usual, mentoring] = [readersOf(false), place?.aroundMentoring ? readersOf(true) : null]
  const reads = <WhoReadsIt usual={usual} mentoring={mentoring} adult={{ ladder: place?.adultLadder ?? [], kept }} place={place?.organisationName ?? 'your setting'} />

  return (
    <form ref={form} method="post" action={action} className="stack concern-form" key={draft.restored ? 'restored' : 'new'} onSubmit={draft.onSubmit}
      onInput={() => { const said = new FormData(form.current!); flushSync(() => setTyped({ over: draft.restored, said: asTyped(Object.fromEntries(said), said.getAll('keptFrom')) })); draft.onInput() }}>
      <Problem message={message} />
      {personId && <WrittenBy />}
      {menteeId && <input type="hidden" name={visitField} value={menteeId} />}
      <input type="hidden" name="id" value={draft.id} />
      {draft.restored?.from && draft.restored.from !== origin?.from && <input type="hidden" name="from" value={draft.restored.from} />}
      {(values.answerId ?? answerId) && <input type="hidden" name="answerId" value={values.answerId ?? answerId ?? ''} />}
      {places.length > 1 && (
        <Field label="Where is this about?"><select name="organisationId" defaultValue={place?.organisationId}>
          {places.map((one) => <option key={one.organisationId} value={one.organisationId}>{one.organisationName}</option>)}
        </select></Field>
      )}
      {places.length === 1 && place && <input type="hidden" name="organisationId" value={place.organisationId} />}

      {mentoring && <AboutMentoring isMentee={personId === null} readers={mentoring.first} isChosen={values.isAboutMentoring === 'yes'} />}
      {place && first.length > 0 && !first.some((adult) => adult.hereUntil && !adult.coverId) && <NobodyHere hours={place.hours} />}
      <Field label="Who are you worried about?" hint="A first name is enough. It can be you. If you write the name of an adult here, they are not told. If that leaves nobody, we ask you first." problem={problems.who}>
        <textarea className="short" name="who" rows={2} required maxLength={2000} defaultValue={values.who} />
      </Field>
      {last.length > 0 && <OfThatName key={last.map(({ personId }) => personId).join()} adults={last} place={place?.organisationName ?? 'your setting'} said={values.ofThatName} problem={problems.ofThatName} />}
      {reads}
      <Field label="What happened, or what did you notice?" hint="Their words, if you remember them. You do not have to find out more." problem={problems.what}>
        <textarea className="long" name="what" rows={5} required maxLength={20_000} defaultValue={values.what} />
      </Field>
      {reads}
      <ChoiceGroup legend="Is anyone in danger?" name="danger" type="radio" required options={dangers} defaultValue={values.danger} problem={problems.danger} />
      <div className="if-now"><Note tone="signal" icon={TriangleAlert}><b>Call 999 first, then tell the nearest adult.</b> Then send this.<br /><a className="button" data-kind="signal" href="tel:999"><Phone aria-hidden="true" />Call 999</a></Note></div>

      {place && place.adults.length > 0 && <AboutAdult adults={place.adults} ladder={place.adultLadder} selfId={place.selfId} kept={kept} values={values} isMentee={personId === null} />}

      {origin && (!draft.restored || draft.restored.from === origin.from) && <ComesFrom origin={origin} isChosen={message === undefined || said.from === origin.from} />}

      {place && place.adults.length > 0 && <LeftOut adults={place.adults} chosen={(values.keptFrom ?? '').split(',').filter(Boolean)} />}

      <div className="send">
        {draft.words && <Saved state={draft.state}>{draft.words}</Saved>}
        <Button disabled={draft.isSending}>{draft.isSending ? 'Sending …' : 'Hand it on'}</Button>
        <p className="small soft">You do not have to keep this secret, and you have not done anything wrong.</p>
      </div>
    </form>
  )
}

type Typed = { who: string; kept: readonly string[]; isAboutMentoring: boolean; isAboutAdult: boolean; ofThatName: string | undefined; organisationId: string | undefined }

/** What the rest of the form turns on, of what stands in it. */
function asTyped(said: Record<string, unknown>, keptFrom: readonly unknown[]): Typed {
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : undefined)
  return { who: text('who') ?? '', kept: [...keptFrom, said.aboutId].filter((one): one is string => typeof one === 'string' && one !== ''), isAboutMentoring: text('isAboutMentoring') === 'yes', isAboutAdult: text('isAboutAdult') === 'yes', ofThatName: text('ofThatName'), organisationId: text('organisationId') }
}
