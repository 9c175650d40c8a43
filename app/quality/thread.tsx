import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import './quality.css'

type Judgement = { agrees: boolean; judgedAt: Date; byName: string; words: string | null }
type Action = { id: string; byName: string; madeAt: Date; dueOn: Date; words: string | null; settledAt: Date | null; answer: { byName: string; answeredAt: Date; isDecidedAgain: boolean; words: string | null } | null }

/** What was said about a decision, in the order it was said. */
export const Thread = ({ judgement, actions }: { judgement: Judgement | null; actions: Action[] }) => judgement && (
  <Sheet aria-labelledby="said"><h2 id="said">What was said</h2>
    <ol className="thread">
      <li><Tag tone={judgement.agrees ? 'rope' : 'sun'}>{judgement.agrees ? 'Agreed' : 'Not agreed'}</Tag> <b>{judgement.byName}</b>, <When at={judgement.judgedAt} within />{judgement.words && <p>{judgement.words}</p>}</li>
      {actions.flatMap((action) => [
        <li key={action.id}><b>{action.byName}</b> asked, <When at={action.madeAt} within />. By <When at={action.dueOn} day within />.<p>{action.words}</p></li>,
        ...(action.answer ? [<li key={`${action.id}-answer`}><b>{action.answer.byName}</b> {action.answer.isDecidedAgain ? 'decided again' : 'keeps the decision'}, <When at={action.answer.answeredAt} within /><p>{action.answer.words}</p></li>] : []),
        ...(action.settledAt ? [<li key={`${action.id}-settled`}>Done with, <When at={action.settledAt} within />.</li>] : []),
      ])}
    </ol>
  </Sheet>
)
