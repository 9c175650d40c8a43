import { Link } from '@remix-run/react'
import type { OpenCase } from '#modules/cases/find-case.server.ts'
import { askedByKind } from '#modules/safeguarding/asked-by-kind.ts'
import { levels, stateWords, type CaseDecision, type StepKind } from '#modules/safeguarding/steps.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { Note } from '#app/ui/note.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { inSentence, sayDay, sayWholeDay } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { useFrame } from '#app/ui/frame.ts'
import { When } from '#app/ui/when.tsx'

/** What an agency is asked for, in a sentence. */
const toDo: Partial<Record<CaseDecision, string>> = { refer: 'refer it to children’s social care', early_help: 'ask for early help', lado: 'tell the LADO', police: 'tell the police', specialist_help: 'ask for specialist help' }

type Way = { kind: StepKind; to: string; label: string; isRare?: boolean }
const ways: readonly Way[] = [
  { kind: 'triaged', to: 'triage', label: 'Assess it again' },
  { kind: 'discussed', to: 'discussion', label: 'Write down a discussion' },
  { kind: 'categorised', to: 'categories', label: 'Say what kind of worry it is' },
  { kind: 'marked', to: 'marks', label: 'Mark where it was seen' },
  { kind: 'decided', to: 'decision', label: 'Decide what happens' },
  { kind: 'action-set', to: 'action', label: 'Ask for something to be done' },
  { kind: 'referred', to: 'referral', label: 'Refer it' },
  { kind: 'reviewed', to: 'review', label: 'Look at it again' },
  { kind: 'brought-in', to: 'reader', label: 'Bring somebody in', isRare: true },
  { kind: 'handed-over', to: 'handover', label: 'Hand it over', isRare: true },
  { kind: 'kept-from', to: 'kept-from', label: 'Keep it from somebody', isRare: true },
  { kind: 'pointed', to: 'adult', label: 'It is about an adult too', isRare: true },
  { kind: 'closed', to: 'closing', label: 'Close it' },
  { kind: 'transferred', to: 'handing-on', label: 'Hand it to another setting', isRare: true },
  { kind: 'reopened', to: 'reopening', label: 'Open it again' },
  { kind: 'duplicate', to: 'duplicate', label: 'It is the same as another', isRare: true },
]

/** The one thing to do next: what matters now, before everything that was. */
export function WhatIsNext({ now, isDecided }: { now: OpenCase; isDecided: boolean }) {
  const base = `/concerns/${now.concernId}`
  const next = nextStep(now, isDecided)
  return (
    <>
      {now.isLeft && now.can.includes('handed-over') && <Note tone="signal"><b>Nobody looks after it.</b> {now.holderName ?? 'Whoever had it'} no longer can. <Link to={`${base}/handover`}>Say who does from here</Link>.</Note>}
      {next && <NextCard kicker={next.kicker} title={next.title}><Bar><ButtonLink to={`${base}/${next.to}`} kind="onrope">{next.button}</ButtonLink>{next.also && <ButtonLink to={`${base}/${next.also.to}`} kind="onrope">{next.also.label}</ButtonLink>}</Bar></NextCard>}
    </>
  )
}

/** What is to be done and by whom, who else reads it, and what else can be done. */
export function WhereItStands({ now, isDecided }: { now: OpenCase; isDecided: boolean }) {
  const base = `/concerns/${now.concernId}`
  const next = nextStep(now, isDecided)
  const mine = now.can.filter((kind) => ways.some((way) => way.kind === kind))
  const others = ways.filter((way) => mine.includes(way.kind) && way.to !== next?.to && !(way.kind === 'triaged' && now.state === 'taken_on'))
  return (
    <>
      {now.actions.length > 0 && <section className="stack"><h2 className="h3">To be done</h2><Sheet><Actions now={now} base={base} /></Sheet></section>}
      {now.readers.length > 0 && <section className="stack"><h2 className="h3">Brought in</h2><Sheet><Rows label="Brought in">{now.readers.map((reader) => (
        <Row key={reader.personId} title={reader.name} detail="reads it and writes in it" action={now.can.includes('let-go') ? <Link to={`${base}/readers/${reader.personId}`}>End it</Link> : undefined} />
      ))}</Rows></Sheet></section>}
      {now.can.includes('triaged') && askedByKind(now.categories.map(({ key }) => key)).map(({ title, words }) => <Note key={title} tone="sun"><b>{title}</b> {words}</Note>)}
      {now.toRefer && now.can.includes('decided') && <p>It cannot be closed yet: it was decided to {toDo[now.toRefer]}, and no referral was made. <Link to={`${base}/referral`}>Refer it</Link>, or <Link to={`${base}/decision`}>decide again</Link> and say why not.</p>}
      {others.length > 0 && (
        <nav aria-label="What else you can do" className="stack">
          <Ways ways={others.filter((way) => !way.isRare)} base={base} />
          {others.some((way) => way.isRare) && <details><summary>Somebody else’s part in it</summary><Ways ways={others.filter((way) => way.isRare)} base={base} /></details>}
        </nav>
      )}
    </>
  )
}

const Ways = ({ ways, base }: { ways: readonly Way[]; base: string }) => <Bar>{ways.map((way) => <ButtonLink key={way.to} to={`${base}/${way.to}`} kind="plain">{way.label}</ButtonLink>)}</Bar>

const clockWords = { assessing: { due: 'assess', late: 'not assessed: late' }, deciding: { due: 'decide', late: 'not decided: late' }, reviewing: { due: 'look again', late: 'not looked at: late' }, signing: { due: 'sign', late: 'not signed: late' }, arriving: { due: 'receipt', late: 'no receipt: late' } } as const

/** Looking again is for a day, and in time until it is over. */
function ClockTag({ clock: { clock, dueAt, isOver } }: { clock: NonNullable<OpenCase['clock']> }) {
  const isForDay = clock === 'reviewing'
  return <Tag tone={isOver ? 'signal' : 'sun'}><span>{isOver ? `${clockWords[clock].late} since` : `${clockWords[clock].due} by`} <When at={isForDay && !isOver ? new Date(new Date(dueAt).getTime() - 1) : dueAt} day={isForDay} within /></span></Tag>
}

/** How serious, where it stands, and when it is looked at again, as tags. */
export const CaseTags = ({ now }: { now: OpenCase }) => (
  <>
    {now.categories.map(({ key, label }) => <Tag key={key}>{label}</Tag>)}
    {now.level && <Tag tone={now.level === 'emergency' || now.level === 'high' ? 'signal' : 'plain'}>{levels.find((level) => level.value === now.level)?.label.toLowerCase()}</Tag>}
    <Tag tone={now.state === 'closed' ? 'rope' : 'dusk'}>{stateWords[now.state]}</Tag>
    {now.clock && <ClockTag clock={now.clock} />}
    {now.reviewOn && now.clock?.clock !== 'reviewing' && <Tag tone="sun"><span>look again {sayWholeDay(new Date(`${now.reviewOn}T12:00:00Z`))}</span></Tag>}
  </>
)

function Actions({ now, base }: { now: OpenCase; base: string }) {
  const at = new Date(useFrame()?.now ?? 0)
  return (
    <Rows label="To be done">{now.actions.map((action) => {
      const isLate = !action.end && Date.parse(`${action.dueOn}T23:59:59Z`) < at.getTime()
      return (
        <Row key={action.id} title={<span className="said">{action.what ?? 'This text was erased.'}</span>}
          detail={<>{action.ownerName ?? 'Somebody'}, by {inSentence(sayDay(new Date(`${action.dueOn}T12:00:00Z`), at))}{!action.end && (action.isMine || now.can.includes('action-dropped')) && <> · <Link to={`/actions/${action.id}`}>Done</Link>{now.can.includes('action-dropped') && <> · <Link to={`${base}/actions/${action.id}`}>Call it off</Link></>}</>}</>}
          tag={action.end === 'done' ? <Tag tone="rope">done</Tag> : action.end ? <Tag>called off</Tag> : isLate ? <Tag tone="signal">late</Tag> : undefined} />
      )
    })}</Rows>
  )
}

type Next = { kicker: string; title: string; to: string; button: string; also?: { to: string; label: string } }

function nextStep({ state, can, actions, level, referrals, toRefer, transfer }: OpenCase, isDecided: boolean): Next | null {
  const is = (kind: StepKind) => can.includes(kind)
  const left = actions.filter((action) => !action.end).length
  if (state === 'taken_on' && is('triaged')) return { kicker: 'Next', title: 'How serious is it?', to: 'triage', button: 'Assess it' }
  if (state === 'triaged' && !isDecided && is('decided')) return { kicker: level === 'high' || level === 'emergency' ? 'Today' : 'Within one working day', title: 'What is to happen?', to: 'decision', button: 'Decide', also: { to: 'discussion', label: 'Discuss it first' } }
  const silent = referrals.find(({ isOpen, isLate }) => isOpen && isLate) ?? referrals.find(({ isOpen }) => isOpen)
  if (state === 'awaiting_agency' && silent && is('chased')) {
    const to = (what: string) => `referrals/${silent.number}/${what}`
    const answered = { to: to('answer'), label: 'They have answered' }
    if (!silent.isLate) return { kicker: 'It is with an agency', title: `Has ${silent.agencyName} answered?`, to: answered.to, button: answered.label }
    return silent.chases > 0 ? { kicker: 'They were chased, and are silent', title: `${silent.agencyName} has not answered`, to: to('further'), button: 'Take it further', also: answered } : { kicker: 'More than one working day', title: `${silent.agencyName} has not answered`, to: to('chase'), button: 'Chase them', also: answered }
  }
  if (state === 'in_action' && toRefer && is('referred')) return { kicker: 'The same day', title: 'Make the referral', to: 'referral', button: 'Refer it', also: { to: 'action', label: 'Ask for something first' } }
  if (state === 'in_action' && left === 0 && is('action-set')) return { kicker: 'Next', title: 'Who does what, by when?', to: 'action', button: 'Ask for it', also: { to: 'closing', label: 'Close it' } }
  if (state === 'monitoring' && is('reviewed')) return { kicker: 'It is being watched', title: 'How does it stand?', to: 'review', button: 'Look at it again', also: { to: 'closing', label: 'Close it' } }
  if (state === 'closing' && is('signed')) return { kicker: 'A second adult signs', title: 'Can it be closed?', to: 'signature', button: 'I agree', also: { to: 'sent-back', label: 'Send it back' } }
  if (state === 'closing' && is('not-signed')) return { kicker: 'It waits for a second adult’s signature', title: 'Something more?', to: 'sent-back', button: 'Go on with it' }
  if (transfer?.isAwaited && is('exported') && !is('receipt')) return { kicker: 'It was high: a second adult sends it', title: 'Ask a colleague to make the file that goes to them', to: 'pack', button: 'Make one for us' }
  if (transfer?.isAwaited && is('exported')) {
    const arrived = { to: 'arrival', label: 'They told me another way' }
    return transfer.packs === 0 ? { kicker: 'It is handed on', title: 'Make the file that goes to them', to: 'pack', button: 'Make it', also: arrived } : { kicker: transfer.isLate ? 'More than five school days: ring them' : 'It is on its way', title: 'Do they have it?', to: arrived.to, button: arrived.label, also: { to: 'pack', label: 'Make the file again' } }
  }
  if (state === 'triaged' && isDecided && is('closed')) return { kicker: 'Nothing more is to be done', title: 'Close it', to: 'closing', button: 'Close it' }
  return null
}
