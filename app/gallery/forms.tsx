import { CalendarClock, HandHeart, Lightbulb, ShieldCheck } from 'lucide-react'
import { Bar } from '#app/ui/bar.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { FindByName } from '#app/ui/find-by-name.tsx'
import { Note } from '#app/ui/note.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { Part } from './part.tsx'

const ways = [
  { value: 'ask', label: 'Ask straight out: “Has someone done something to you?”' },
  { value: 'say', label: 'Say what you notice, gently: “You seem quieter today. I’m glad you came.”' },
  { value: 'tell', label: 'Tell a story about your own bad week', hint: 'So it feels less heavy.' },
]

export const Forms = ({ theme }: { theme: string }) => (
  <>
    <Part title="Fields">
      <Field label="Username" hint="The name your school or club gave you."><input name={`${theme}-username`} /></Field>
      <Field label="When do you meet?" problem="Choose a day, so that both of you know."><input type="date" name={`${theme}-day`} /></Field>
      <Field label="Where"><select name={`${theme}-room`}><option>Room 12</option><option>Library</option></select></Field>
      <Field label="What did you keep in mind?"><textarea name={`${theme}-words`} defaultValue="I remembered the trials were on Wednesday, so I asked how it went." /></Field>
      <FindByName name="" says="The first 60 of 214 stand below." />
      <Reads><b>Only you can read this.</b> Nobody at school, not Marcus, not Helen, unless you share it.</Reads>
      <Bar><Saved state="saved">Saved 4 seconds ago</Saved><Saved state="saving" /><Saved state="unsaved" /><Saved state="offline" /></Bar>
    </Part>
    <Part title="Choices">
      <ChoiceGroup legend="What do you do next?" name={`${theme}-next`} type="radio" defaultValue="say" options={ways} />
      <ChoiceGroup legend="Who may read it?" name={`${theme}-who`} type="checkbox" defaultValue={['marcus']} hint="You can take it back." problem="Choose at least one person." options={[{ value: 'marcus', label: 'Marcus', hint: 'youth worker' }, { value: 'helen', label: 'Helen', hint: 'mental-health specialist' }]} />
    </Part>
    <Part title="Notes">
      <Problem message="Something is missing. Everything you wrote is still here." />
      <Note icon={Lightbulb}>A plain note.</Note>
      <Note tone="rope" icon={ShieldCheck}>Both supervisors are here.</Note>
      <Note tone="sun" icon={CalendarClock}>The next meeting has moved to Thursday.</Note>
      <Note tone="signal" icon={HandHeart}><b>Said at the start, as every time:</b> anything serious goes to Marcus straight away.</Note>
      <Note tone="dusk">Marcus and Helen both read this.</Note>
    </Part>
  </>
)
