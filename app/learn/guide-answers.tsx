import { Link } from '@remix-run/react'
import type { GuideSeen } from '#modules/learning/find-guide.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Blocks, Line } from './blocks.tsx'

/** The right answers to every check of the session, and why. */
export function GuideAnswers({ answers, courseSlug }: { answers: GuideSeen['answers']; courseSlug: string }) {
  if (answers.length === 0) return null
  return (
    <Sheet aria-labelledby="guide-answers">
      <h2 id="guide-answers">Answers to the checks on their phones</h2>
      {answers.map(({ unit, unitSlug, cardId, title, ask, right }) => (
        <section key={`${unitSlug} ${cardId}`} className="guide-answers">
          <h3><Link to={`/learn/${courseSlug}/${unitSlug}?card=${cardId}`}>{title}</Link> <span className="soft small">in “{unit}”</span></h3>
          <p className="soft">{ask}</p>
          {right.map((option) => <div key={option.id}><p><b><Line runs={option.label} /></b></p><Blocks blocks={option.feedback} /></div>)}
        </section>
      ))}
    </Sheet>
  )
}
