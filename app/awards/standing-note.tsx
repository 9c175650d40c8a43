import { BadgeCheck, CircleHelp, CircleSlash2, FileQuestion, Hourglass, PenOff } from 'lucide-react'
import { Answered } from '#app/ui/answered.tsx'
import { Note } from '#app/ui/note.tsx'
import type { IconGiven } from '#app/ui/icon.tsx'
import type { TagTone } from '#app/ui/tag.tsx'
import type { Standing } from '#modules/awards/states.ts'

const said: Record<Standing, { tone: TagTone; icon: IconGiven; head: string; more: string }> = {
  good: { tone: 'rope', icon: BadgeCheck, head: 'This is real, and it is good.', more: 'It was made here, nobody has changed it, and it has not been taken back.' },
  'taken-back': { tone: 'sun', icon: CircleSlash2, head: 'This was taken back.', more: 'It was made here, and those who gave it have taken it back. It does not count any more.' },
  'run-out': { tone: 'sun', icon: Hourglass, head: 'This has run out.', more: 'It was made here and was good until the day below.' },
  altered: { tone: 'sun', icon: PenOff, head: 'This has been changed since it was made.', more: 'What it says is not what was signed here, so do not rely on it. Ask the person for the badge as they got it.' },
  unknown: { tone: 'plain', icon: CircleHelp, head: 'There is no public badge like this here.', more: 'It may be private, or it may never have been. Only the person it belongs to can make it public: ask them.' },
  'not-ours': { tone: 'plain', icon: FileQuestion, head: 'This badge was not made here.', more: 'Only whoever made it can say whether it is real. The badge says who that is.' },
  unreadable: { tone: 'plain', icon: FileQuestion, head: 'There is no badge in this that can be read.', more: 'Paste the whole text of the badge, or choose the PNG or SVG picture as it was sent to you. A photo or a screenshot of a badge does not carry it.' },
}

/** What Belay says of a badge or certificate, in plain words: real, taken back, run out, changed, or nothing it can speak of. */
export const StandingNote = ({ standing, paper = false, answer }: { standing: Standing; paper?: boolean; /** What was asked for just now, that this answers. */ answer?: unknown }) => {
  const { tone, icon, head, more } = said[standing]
  return <Note tone={tone} icon={icon}><Answered answer={answer}><b data-standing={standing}>{head}</b></Answered> {paper && standing === 'good' ? 'It was made here, and it has not been taken back.' : more}</Note>
}
