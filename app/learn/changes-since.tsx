import { Link } from '@remix-run/react'
import { History } from 'lucide-react'
import type { Jsonified } from '#app/http/jsonified.ts'
import type { ChangesSince as Changes } from '#modules/learning/changes.ts'
import { Note } from '#app/ui/note.tsx'
import { When } from '#app/ui/when.tsx'
import { sayAnd } from '#app/teaching/say-and.ts'

const quoted = (cards: Changes['added']) => cards.map(({ title }) => `“${title}”`).join(', ')

/** For those who teach: some learners see an earlier version of a unit, and this is what is different. `courseSlug` where the unit is elsewhere, `who` where they are named. */
export const ChangesSince = ({ changes, courseSlug }: { changes: readonly (Jsonified<Changes> & { who?: string[] })[]; courseSlug?: string }) => changes.map((one) => (
  <Note key={one.contentHash} tone="sun" icon={History}>
    <p>
      {courseSlug && <><Link to={`/learn/${courseSlug}/${one.unitSlug}`}>{one.unitTitle}</Link>: </>}
      {one.who ? sayAnd(one.who) : `${one.learners} of your learners`} began an earlier version, first begun <When at={one.keptAt} day within />. They go on seeing that one.
    </p>
    {one.added.length > 0 && <p>New since: {quoted(one.added)}.</p>}
    {one.changed.length > 0 && <p>Changed: {quoted(one.changed)}.</p>}
    {one.gone.length > 0 && <p>Gone: {quoted(one.gone)}.</p>}
    {one.added.length + one.changed.length + one.gone.length === 0 && <p>Its cards are the same; a title or a summary is not.</p>}
  </Note>
))
