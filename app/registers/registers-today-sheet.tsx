import { HandHelping, Scale, ScrollText } from 'lucide-react'
import type { RegisterWaiting } from '#modules/registers/registers-today.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

const says = {
  'second-look': { icon: Scale, to: '/appeals', title: ({ name, isMine }: RegisterWaiting) => (isMine ? `You are looking again for ${name ?? 'a learner'}` : `${name ?? 'A learner'} asks for a second look`) },
  adjustment: { icon: HandHelping, to: '/adjustments', title: ({ name }: RegisterWaiting) => `${name ?? 'A learner'} asks for an adjustment` },
  // Whom it is about stands on its own page, where looking is on record.
  case: { icon: ScrollText, to: '/malpractice', title: () => 'A case to look into' },
}

/** What waits beside assessment, the longest first: second looks, adjustments, cases. */
export const RegistersTodaySheet = ({ waiting }: { waiting: RegisterWaiting[] }) => (
  <Sheet><h2 className="today-h">Beside assessment</h2>
    <Rows>{waiting.map((one) => {
      const { icon, to, title } = says[one.kind]
      return <Row key={one.id} icon={icon} tone="dusk" title={title(one)} to={`${to}/${one.id}`} detail={<>{one.where}. Since <When at={one.since} within />.{one.dueAt && <> An answer is due by <When at={one.dueAt} day within />.</>}</>} />
    })}</Rows>
  </Sheet>
)
