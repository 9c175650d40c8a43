import { Choice } from '#app/ui/choice.tsx'
import { Note } from '#app/ui/note.tsx'
import { OutsideLines } from './outside-lines.tsx'

type Props = { isMentee: boolean; readers: string | null; isChosen: boolean }

/** For somebody who is mentored, or mentors: when it is about that, it goes round everybody who runs it. Said before a word is written. */
export const AboutMentoring = ({ isMentee, readers, isChosen }: Props) => (
  <div className="stack">
    <Choice type="checkbox" name="isAboutMentoring" value="yes" defaultChecked={isChosen}
      label={isMentee ? 'It is about my mentor, or about how things go here' : 'It is about my supervisors, or about how mentoring is run here'}
      hint={readers ? <>Then only {readers} {readers.includes(' and ') ? 'get' : 'gets'} it. {isMentee ? 'Your mentor and your youth worker' : 'Your supervisors'} are not told, and cannot see it.</> : undefined} />
    {!readers && <div className="if-mentoring"><Note tone="signal"><b>Then nobody here can read it.</b> Tell somebody from outside. <OutsideLines /></Note></div>}
  </div>
)
