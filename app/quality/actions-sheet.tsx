import { Link } from '@remix-run/react'
import type { OpenAction } from '#modules/quality/open-actions.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Props = { actions: OpenAction[]; toSettle?: boolean; /** There are more than these: the way to all. */ more?: boolean }

/** What a quality assurer asks of assessors, the nearest day first; and, `toSettle`, what assessors answered. The first of it, with the way to the rest. */
export const ActionsSheet = ({ actions, toSettle = false, more = false }: Props) => (
  <Sheet aria-labelledby="actions"><h2 id="actions">{toSettle ? 'Answered, for you to settle' : 'A quality assurer asks'}</h2>
    <ActionRows actions={actions} toSettle={toSettle} />
    {more && <p className="small"><Link to={toSettle ? '/quality/actions?answered=yes' : '/quality/actions'}>{toSettle ? 'All that is answered' : 'All that is asked'}</Link></p>}
  </Sheet>
)

export const ActionRows = ({ actions, toSettle }: { actions: OpenAction[]; toSettle: boolean }) => (
  <Rows>
    {actions.map((one) => (
      <Row key={one.id} title={`${one.number} ${one.says}`} to={`/quality/actions/${one.id}`} tone={toSettle ? 'dusk' : 'sun'} tag={toSettle ? 'Answered' : one.isMine ? 'Yours' : undefined}
        detail={toSettle ? <>{one.learner}. From {one.owner}, <When at={one.answeredAt!} within />.</> : <>{one.learner}. {one.isMine ? '' : `${one.owner}’s. `}{one.isOverdue ? 'It was for ' : 'By '}<When at={one.dueOn} day within />.</>} />
    ))}
  </Rows>
)
