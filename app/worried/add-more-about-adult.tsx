import { Link } from '@remix-run/react'
import { CircleCheck, Plus } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

type Props = { /** The address under which it is added. */ base: string; isShut: boolean; added: readonly { id: string; at: Date | string }[]; isMentee: boolean }

/** After handing on a worry about an adult: that more can be said. What was added shows as added, and when; never what it says. Once it is closed: what to do then. */
export function AddMoreAboutAdult({ base, isShut, added, isMentee }: Props) {
  const last = added.at(-1)
  const again = <Link to={isMentee ? '/m/worried' : '/worried'}>Hand it on again</Link>
  return (
    <Sheet as="section" id="more" aria-labelledby="more-title">
      <h2 id="more-title" className="h3">If you know more</h2>
      {isShut
        ? <p>It is closed, so nothing can be added to it. {again}: it goes to the same adults, and they put the two together.</p>
        : <p className="soft">You do not have to, and you do not have to find anything out.{!isMentee && ' You can come back another day, too.'}</p>}
      {(!isShut || last) && (
        <Rows label="What you added">
          {!isShut && <Row to={`${base}/adult`} icon={Plus} title="Add what else you know" />}
          {last && <Row icon={CircleCheck} tone="rope" title="You added to it" detail={<When at={last.at} />} tag={added.length > 1 && <Tag tone="rope">{added.length} times</Tag>} />}
        </Rows>
      )}
    </Sheet>
  )
}
