import { useSearchParams } from '@remix-run/react'
import { Eye } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { UnitSeen } from '#modules/learning/find-unit-for-learner.server.ts'
import { cardAt, minutesFrom } from '#modules/learning/place-in-unit.ts'
import { useFrame } from '#app/ui/frame.ts'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { AllCards } from './all-cards.tsx'
import { CardView, kickerOf } from './card-view.tsx'
import { ChangesSince } from './changes-since.tsx'
import { KeptLine } from './kept-line.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { UnitProvider } from './unit-context.ts'
import { WordList } from './word-list.tsx'
import { useKeeping } from './use-keeping.ts'
import './unit-page.css'

/** A unit, one card at a time. All its cards came with the page, so the next one is there at once, signal or not. */
export function UnitPage({ seen, answerId }: { seen: UnitSeen; answerId: string }) {
  const [search] = useSearchParams()
  const at = `/learn/${seen.course.slug}/${seen.unit.slug}`
  const keeping = useKeeping(seen, at, useFrame()?.viewer?.id ?? '')
  const card = cardAt(seen.unit, search.get('card') ?? seen.place.cardId)
  const number = seen.unit.cards.indexOf(card) + 1
  const total = seen.unit.cards.length
  const minutes = Math.max(1, minutesFrom(seen.unit, number - 1))
  const inside = useRef<HTMLElement>(null)
  const turn = `${card.id} ${search.get('step') ?? ''}`
  const context = useMemo(() => ({ seen, keeping, answerId, to: (what: string) => `${at}/${what}` }), [seen, keeping, answerId, at])

  // A new card is a new page to somebody who listens: its title is where they go on. Not on the first one; the browser is there already.
  const isFirst = useRef(true)
  useEffect(() => {
    const heading = isFirst.current ? null : inside.current?.querySelector('h1')
    // Only what has a place among the tabs takes the focus: without one it stayed on the button, which is the next card's too, and Enter went past a card unread.
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
    isFirst.current = false
  }, [card.id])
  useEffect(() => { document.title = titleOf(card.title, seen) }, [card.title, seen])

  return (
    <UnitProvider value={context}>
      <Shell reading back={{ to: `/learn/${seen.course.slug}`, label: seen.session ? `Session ${seen.session.number}` : 'The course' }}>
        <div className="unit-top">
          <Steps total={total} done={number - 1} now={number} label={`Card ${number} of ${total}`} />
          <div className="unit-line"><span className="soft small">{number} of {total}, about {minutes} min left</span><ReadAloud of={() => inside.current} turn={turn} /></div>
        </div>
        <ChangesSince changes={seen.changes} />
        {!seen.session && seen.place.state !== 'finished' && <Note>This unit has left the course since you began it. You can still finish it, just as you began it. Your course does not ask for it any more.</Note>}
        {!keeping.isKept && <Note icon={Eye}>You are looking through this unit. Nothing you choose here is kept.</Note>}
        <article className="card-inside" ref={inside}>
          <PageTitle kicker={kickerOf(card)}>{card.title}</PageTitle>
          <CardView card={card} />
        </article>
        <KeptLine />
        <AllCards key={card.id} now={card.id} />
        <WordList />
      </Shell>
    </UnitProvider>
  )
}

export const titleOf = (card: string, seen: UnitSeen) => `${card} · ${seen.unit.title} · Belay`
