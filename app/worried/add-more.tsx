import { CircleCheck, Plus } from 'lucide-react'
import { additionsFor } from '#modules/safeguarding/additions.ts'
import { maySayWhere } from '#modules/safeguarding/policy.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

type Props = { /** The address under which each part has its page. */ base: string; added: readonly { id: string; at: Date | string; part: string; hasMark: boolean }[]; isAdult: boolean; isMentee: boolean }

/** After handing on: what else can be said, each part on a page of its own. What was added shows as added, and when; never what it says. */
export function AddMore({ base, added, isAdult, isMentee }: Props) {
  const asked = additionsFor(isAdult).map(({ part, adult, young }) => ({ part, title: isAdult ? adult : young }))
  const rows = maySayWhere({ isAdult, added }) ? [...asked.slice(0, 2), { part: 'marks', title: isAdult ? 'Where you saw a mark or an injury' : 'Show where you saw the mark' }, ...asked.slice(2)] : asked
  return (
    <Sheet as="section" id="more" aria-labelledby="more-title">
      <h2 id="more-title" className="h3">If you know more</h2>
      <p className="soft">{isAdult ? 'Each part is kept on its own, so that their words, facts and opinion stay apart. You can come back and add to it, also once somebody has it.' : 'You do not have to, and you do not have to find anything out.'}{!isAdult && !isMentee && ' You can come back another day, too.'}</p>
      <Rows label="What you can add">
        {rows.map(({ part, title }) => {
          const mine = added.filter((one) => one.part === part)
          const last = mine.at(-1)
          return <Row key={part} to={`${base}/${part}`} icon={last ? CircleCheck : Plus} tone={last ? 'rope' : 'plain'} title={title} tag={last && <Tag tone="rope">{mine.length > 1 ? `added ${mine.length} times` : 'added'}</Tag>}
            detail={last && <When at={last.at} />} />
        })}
      </Rows>
    </Sheet>
  )
}
