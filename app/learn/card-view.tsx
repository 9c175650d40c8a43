import type { Card } from '#modules/curriculum/schema.ts'
import { Blocks } from './blocks.tsx'
import { CarryAwayCard } from './carry-away-card.tsx'
import { CheckCard } from './check-card.tsx'
import { Onward } from './onward.tsx'
import { PracticeCard } from './practice-card.tsx'
import { QuestionCard } from './question-card.tsx'
import { ReflectionCard } from './reflection-card.tsx'
import { ScenarioCard } from './scenario-card.tsx'

/** What stands over a card's title. */
export function kickerOf(card: Card): string {
  if (card.kind === 'reading') return card.kicker ?? 'Read'
  return { question: 'To begin with', scenario: 'What would you do?', check: 'Check', practice: 'Try it out', reflection: 'Think back', 'carry-away': 'Keep this' }[card.kind]
}

/** One card, whatever its kind. */
export function CardView({ card }: { card: Card }) {
  if (card.kind === 'question') return <QuestionCard key={card.id} card={card} />
  if (card.kind === 'scenario') return <ScenarioCard key={card.id} card={card} />
  if (card.kind === 'check') return <CheckCard key={card.id} card={card} />
  if (card.kind === 'practice') return <PracticeCard key={card.id} card={card} />
  if (card.kind === 'reflection') return <ReflectionCard card={card} />
  if (card.kind === 'carry-away') return <CarryAwayCard card={card} />
  return <><Blocks blocks={card.blocks} /><Onward from={card.id} /></>
}
