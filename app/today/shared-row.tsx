import { NotebookPen } from 'lucide-react'
import { LinkRow } from '#app/ui/link-row.tsx'
import { sayHowLong, sayWhen } from '#app/ui/say-when.ts'
import { Tag } from '#app/ui/tag.tsx'
import type { TodayData } from './today-of.server.ts'

type Share = NonNullable<TodayData['journal']>['sharedWithMe'][number]

/** An entry a young person shared with this adult, and whether it has been read. */
export const SharedRow = ({ share, now }: { share: Share; now: Date }) => (
  <LinkRow
    icon={NotebookPen} tone="dusk" to={`/journal/shared/${share.shareId}`}
    title={`${share.fromName} shared an entry with you`} detail={`${sayWhen(share.sharedAt, now)}. ${share.openedAt ? 'You have read it and not answered.' : 'You have not read it yet.'}`}
    tag={<Tag tone="sun">{sayHowLong(now.getTime() - share.sharedAt.getTime())}</Tag>}
  />
)
