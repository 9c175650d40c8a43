import { Archive, UserRoundCheck } from 'lucide-react'
import type { KeptToday } from '#modules/keeping/keeping-today.server.ts'
import { Row } from '#app/ui/row.tsx'
import { When } from '#app/ui/when.tsx'

/** On Today: a colleague asks for a second signature, or something has been kept long enough. */
export const KeptTodayRow = ({ kept: { id, label, count, askedByName, askedAt } }: { kept: Omit<KeptToday, 'askedAt'> & { askedAt: Date | string | null } }) => askedAt
  ? <Row icon={UserRoundCheck} tone="sun" title={`${askedByName ?? 'A colleague'} asks you to agree that ${count === 1 ? 'one record is' : `${count} records are`} destroyed`} detail={<>{label}. Asked <When at={askedAt} within />.</>} to={id ? `/keeping/${id}` : '/keeping'} />
  : <Row icon={Archive} tone="plain" title={count === 1 ? 'One record has been kept long enough' : `${count} records have been kept long enough`} detail="Keep longer what is needed; the rest two of you let go of." to="/keeping" />
