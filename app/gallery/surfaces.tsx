import { ArrowRight, Award, HandHeart, NotebookPen, UsersRound } from 'lucide-react'
import { Avatar } from '#app/ui/avatar.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Spread } from '#app/ui/spread.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Part } from './part.tsx'

const colours = ['paper', 'sheet', 'sunk', 'line', 'edge', 'ink', 'ink-soft', 'rope', 'rope-wash', 'rope-deep', 'band', 'signal', 'signal-wash', 'sun', 'sun-wash', 'dusk', 'dusk-wash']

export const Surfaces = () => (
  <>
    <Part title="Colours">
      <ul className="gallery-swatches">{colours.map((name) => <li key={name}><i style={{ background: `var(--${name})` }} />{name}</li>)}</ul>
    </Part>
    <Part title="The next card">
      <NextCard kicker="Session 4 of 5 · Taking notice" title="When someone goes quiet">
        <Steps total={6} done={3} label="3 of 6 parts done" />
        <Bar><ButtonLink to="/" kind="onrope">Carry on <ArrowRight aria-hidden="true" /></ButtonLink><span className="soft small">about 12 minutes left</span></Bar>
      </NextCard>
    </Part>
    <Part title="Sheets">
      <Sheet as="div"><h3>Plain</h3><p>A quiet surface for most things.</p></Sheet>
      <Sheet as="div" tone="signal"><h3>Signal</h3><p>Somebody may not be safe.</p></Sheet>
      <Sheet as="div" tone="dusk"><h3>Dusk</h3><p>Private: yours, or the two supervisors’.</p></Sheet>
      <Sheet as="div" tone="rope"><h3>Rope</h3><p>Something went well.</p></Sheet>
      <Sheet as="div" tone="sunk"><h3>Sunk</h3><p>Further back.</p></Sheet>
      <Empty title="Your journal will be here"><p>Write after each meeting. Only you can read it until you share it.</p><ButtonLink to="/" kind="plain">Write the first one</ButtonLink></Empty>
    </Part>
    <Part title="Rows">
      <Sheet as="div">
        <Spread><h3>Coming up</h3><a href="#main" className="small">Everything</a></Spread>
        <Rows label="Coming up">
          <LinkRow icon={UsersRound} tone="rope" title="Supervision" detail="Today 15:40 · Room 12, with Marcus and Helen" tag="in 2 h" to="/" />
          <LinkRow icon={NotebookPen} tone="dusk" title="Write about Thursday" detail="Your third meeting with Kestrel. Only you can read it." to="/" />
          <Row icon={Award} title="Level 2 certificate" detail="14 of 21 criteria met, 3 being looked at" />
          <Row icon={HandHeart} tone="signal" title="A concern from Jay" detail="raised 13:36, nobody has it yet" tag={<Tag tone="signal">waiting 2 min</Tag>} action={<Button kind="signal">I have it</Button>} />
          <LinkRow icon={<Avatar name="Sofia" tone="sun" />} title="Sofia with Linnet" detail="2 meetings · missed supervision 10 November" tag={<Tag tone="sun">catch up</Tag>} to="/" />
        </Rows>
      </Sheet>
    </Part>
  </>
)
