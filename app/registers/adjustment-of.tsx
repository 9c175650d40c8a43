import type { AdjustmentKind } from '#prisma/generated/enums.ts'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import { adjustmentKinds } from './adjustment-kinds.ts'

type Props = { adjustment: { kind: AdjustmentKind | null; words: string | null; askedByName: string | null; askedAt: Date | null; answer: { isAgreed: boolean; words: string | null; byName: string; at: Date; endedAt: Date | null } | null } }

/** One adjustment: what was asked, for those who read it, and what is done. */
export const AdjustmentOf = ({ adjustment: { kind, words, askedByName, askedAt, answer } }: Props) => (
  <div className="stack">
    {kind && askedAt && <p><b>{adjustmentKinds[kind].label}</b> <span className="soft small">asked by {askedByName}, <When at={askedAt} within /></span></p>}
    {words && <p className="register-words">{words}</p>}
    {answer ? (
      <div>
        <p><Tag tone={answer.endedAt ? 'plain' : answer.isAgreed ? 'rope' : 'sun'}>{answer.endedAt ? 'Ended' : answer.isAgreed ? 'This is done' : 'Not like this'}</Tag> <span className="soft small">{answer.byName}, <When at={answer.at} within />{answer.endedAt && <>; ended <When at={answer.endedAt} within /></>}</span></p>
        <p className="register-words">{answer.words}</p>
      </div>
    ) : <p className="soft">The coordinator has not answered yet.</p>}
  </div>
)
