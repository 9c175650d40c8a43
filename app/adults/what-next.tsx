import { Form } from '@remix-run/react'
import type { OpenAdultConcern } from '#modules/adults/find-adult-concern.server.ts'
import type { AdultStep } from '#modules/adults/steps.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { sayNames } from '#modules/safeguarding/say-names.ts'

type Now = Pick<OpenAdultConcern, 'id' | 'state' | 'weight' | 'isLadoTold' | 'can' | 'isHolderGone' | 'isMine' | 'needsSecond' | 'signerNames' | 'others'>
type Way = { kind: AdultStep; to: string; label: string; isRare?: boolean }
const ways: readonly Way[] = [
  { kind: 'note', to: 'note', label: 'Add a note' },
  { kind: 'acted', to: 'what-was-done', label: 'Write down what was done' },
  { kind: 'weighed', to: 'weighing', label: 'Weigh it again' },
  { kind: 'lado-told', to: 'lado', label: 'The LADO was told' },
  { kind: 'closed', to: 'closing', label: 'Close it' },
  { kind: 'reopened', to: 'reopening', label: 'Open it again' },
  { kind: 'took-over', to: 'taking-over', label: 'Take it over', isRare: true },
  { kind: 'brought-in', to: 'bringing-in', label: 'Bring somebody in', isRare: true },
  { kind: 'kept-from', to: 'keeping-from', label: 'Keep it from somebody', isRare: true },
]

/** The one thing to do next. */
export function AdultNext({ now, heldId }: { now: Now; heldId: string }) {
  const base = `/concerns/adults/${now.id}`
  if (now.can.includes('held')) return <Sheet tone="signal" aria-label="Say that you have it"><p>Say so, and whoever handed it on sees that you have it. Then weigh it against the harm threshold.</p><Form method="post" action={`${base}/holding`}><input type="hidden" name="id" value={heldId} /><Button kind="signal">I have it</Button></Form></Sheet>
  const next = nextOf(now)
  return next && <NextCard kicker={next.kicker} title={next.title}>{next.say && <p>{next.say}</p>}<Bar><ButtonLink to={`${base}/${next.to}`} kind="onrope">{next.button}</ButtonLink>{next.also && <ButtonLink to={`${base}/${next.also.to}`} kind="onrope">{next.also.label}</ButtonLink>}</Bar></NextCard>
}

/** What else can be done from here. */
export function AdultWays({ now }: { now: Now }) {
  const next = nextOf(now)
  const open = ways.filter(({ kind, to }) => now.can.includes(kind) && to !== next?.to && to !== next?.also?.to && !(kind === 'weighed' && now.state === 'held'))
  const [usual, rare] = [open.filter(({ isRare }) => !isRare), open.filter(({ isRare }) => isRare)]
  const list = (some: readonly Way[]) => <Bar>{some.map(({ to, label }) => <ButtonLink key={to} to={`/concerns/adults/${now.id}/${to}`} kind="plain">{label}</ButtonLink>)}</Bar>
  return <nav aria-label="What else you can do" className="stack">{usual.length > 0 && list(usual)}{rare.length > 0 && <details><summary>Somebody else’s part in it</summary>{list(rare)}</details>}</nav>
}

type Next = { kicker: string; title: string; say?: string; to: string; button: string; also?: { to: string; label: string } }
function nextOf({ state, weight, isLadoTold, isHolderGone, can, needsSecond, signerNames, others }: Now): Next | null {
  if (isHolderGone && can.includes('took-over')) return { kicker: 'Nobody has it now', title: 'Do you have it from here?', to: 'taking-over', button: 'Take it over' }
  if (state === 'held') return { kicker: 'Within one working day', title: 'Does it meet the harm threshold?', to: 'weighing', button: 'Weigh it', also: { to: 'lado', label: 'The LADO was asked' } }
  if (state === 'weighed' && weight === 'allegation' && !isLadoTold) return { kicker: 'Within one working day of hearing of it', title: 'Tell the LADO', to: 'lado', button: 'The LADO was told' }
  if (state === 'weighed' && weight === 'low_level' && !needsSecond) return { kicker: 'Low-level', title: 'What is done about it?', to: 'what-was-done', button: 'Write it down', also: { to: 'closing', label: 'Close it' } }
  if (state === 'closing' && can.includes('signed')) return { kicker: 'A second adult signs', title: 'Can it be closed?', to: 'signature', button: 'I agree', also: { to: 'sent-back', label: 'Send it back' } }
  if (state !== 'closing') return null
  const goOn = { to: 'sent-back', label: 'Go on with it' }
  if (signerNames.length > 0) return { kicker: 'It waits for a second signature', title: `${sayNames(signerNames)!} can sign`, to: 'bringing-in', button: 'Bring in somebody else', also: goOn }
  if (others.length > 0) return { kicker: 'It waits for a second signature', title: 'You alone keep it now', say: 'Bring in somebody who may sign: they read all of it from then on, and say whether it can be closed.', to: 'bringing-in', button: 'Bring somebody in to sign', also: goOn }
  return { kicker: 'It waits for a second signature', title: 'Nobody is left who could sign', say: 'Everybody who could be brought in is somebody it is kept from. Ask the LADO who should look at it with you. Whoever is given the role of a lead, a deputy or a head here can be brought in then.', to: goOn.to, button: goOn.label }
}
