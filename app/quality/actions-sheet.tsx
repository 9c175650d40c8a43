import type { OpenAction } from '#modules/quality/open-actions.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

/** What a quality assurer asks of assessors, the nearest day first; and, `toSettle`, what assessors answered. */
export const ActionsSheet = ({ actions, toSettle = false }: { actions: OpenAction[]; toSettle?: boolean }) => (
  <Sheet aria-labelledby="actions"><h2 id="actions">{toSettle ? 'Answered, for you to settle' : 'A quality assurer asks'}</h2>
    <Rows>
      {actions.map((one) => (
        <Row key={one.id} title={`${one.number} ${one.says}`} to={`/quality/actions/${one.id}`} tone={toSettle ? 'dusk' : 'sun'} tag={toSettle ? 'Answered' : one.isMine ? 'Yours' : undefined}
          detail={toSettle ? <>{one.learner}. From {one.owner}, <When at={one.answeredAt!} within />.</> : <>{one.learner}. {one.isMine ? '' : `${one.owner}’s. `}{one.isOverdue ? 'It was for ' : 'By '}<When at={one.dueOn} day within />.</>} />
      ))}
    </Rows>
  </Sheet>
)
