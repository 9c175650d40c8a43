import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import './registers.css'

type Props = { appeal: { name: string; isMine: boolean; raisedAt: Date; dueAt: Date; taking: { byName: string; at: Date } | null; outcome: { isChanged: boolean; words: string | null; at: Date } | null } }

/** The steps of a second look, each with who and its day; what waits says until when. */
export const AppealSteps = ({ appeal: { name, isMine, raisedAt, dueAt, taking, outcome } }: Props) => (
  <ol className="register-lines">
    <li className="register-line"><span><b>{isMine ? 'You' : name}</b> asked, <When at={raisedAt} within />.</span></li>
    <li className="register-line">{taking ? <span><b>{taking.byName === 'you' ? 'You' : taking.byName}</b> {outcome ? 'took it to look at again,' : `${taking.byName === 'you' ? 'are' : 'is'} looking at it, since`} <When at={taking.at} within />. {outcome ? '' : 'Whoever decided first has no part in it.'}</span> : <span className="soft">Somebody who had no part in the decision will take it.</span>}</li>
    <li className="register-line">{outcome ? <><span><Tag tone={outcome.isChanged ? 'rope' : 'sun'}>{outcome.isChanged ? 'Changed: it is met' : 'The decision stands'}</Tag> <When at={outcome.at} />.</span>{outcome.words && <p className="register-words">{outcome.words}</p>}</> : <span className="soft">An answer by <When at={dueAt} day within />.</span>}</li>
  </ol>
)
