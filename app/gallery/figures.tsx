import { BarFigure } from '#app/ui/bar-figure.tsx'
import { BarFigures } from '#app/ui/bar-figures.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Part } from './part.tsx'

export const Figures = () => (
  <Part title="Figures">
    <Sheet as="div">
      <h3>This fortnight</h3>
      <BarFigures what="Meetings this fortnight" bars={[{ label: 'Meetings held', count: 14, of: 18 }, { label: 'At supervision', count: 8, of: 9 }]} />
      <BarFigure label="Nobody yet" count={0} of={9} />
      <BarFigure label="Nothing to count" count={0} of={0} />
    </Sheet>
  </Part>
)
