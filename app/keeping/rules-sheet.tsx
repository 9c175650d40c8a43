import type { SaidRule } from '#modules/keeping/the-rules.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import './keeping.css'

const ways: Record<SaidRule['way'], string> = { 'by itself': 'Then it goes by itself.', 'two people': 'Then two people look, and let it go or keep it longer.', 'nothing yet': 'Belay does not let go of it yet: it stays until somebody decides.' }

/** Every rule there is, and how what it is about goes. */
export const RulesSheet = ({ rules }: { rules: readonly SaidRule[] }) => (
  <Sheet tone="sunk" aria-labelledby="the-rules">
    <h2 id="the-rules" className="h3">How long what is kept</h2>
    <dl className="kept-rules">{rules.map(({ rule, label, long, since, because, way }) => (
      <div key={rule}><dt>{label}</dt><dd>{long}, {since}. {ways[way]}</dd><dd className="soft small">{because}</dd></div>
    ))}</dl>
    <p className="soft small">For what is not on this list there is no rule: notes of supervision, journals, answers, who did what. It is kept.</p>
  </Sheet>
)
