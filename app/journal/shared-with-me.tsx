import { Avatar } from '#app/ui/avatar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import './journal.css'

type Props = {
  shares: { shareId: string; fromName: string; sharedAt: Date; openedAt: Date | null; isAnswered: boolean }[]
  next: string | null
  overseen: { id: string; byName: string; toName: string; at: Date; words: string }[]
  isFirstPage: boolean
}

/** What young people shared with this adult, and what colleagues wrote back where this adult sees to it that there is no private channel. */
export function SharedWithMe({ shares, next, overseen, isFirstPage }: Props) {
  return (
    <Shell>
      <div className="journal-page">
        <PageTitle kicker="Journal">Shared with you</PageTitle>
        {shares.length === 0 && isFirstPage
          ? <Empty title="Entries shared with you will be here">A mentor may share one with you, and may take it back. There is nothing to do now.</Empty>
          : <Rows label="Entries shared with you">{shares.map((share) => (
            <Row key={share.shareId} icon={<Avatar name={share.fromName} />} to={`/journal/shared/${share.shareId}`} title={share.fromName} detail={<>Shared <When at={share.sharedAt} within /></>}
              tone={share.openedAt ? 'plain' : 'sun'} tag={share.isAnswered ? 'You wrote back' : share.openedAt ? 'Opened' : 'New'} />
          ))}</Rows>}
        {next && <div><ButtonLink to={`/journal?before=${next}`} kind="plain">Older ones</ButtonLink></div>}
        {overseen.length > 0 && (
          <section className="shares" aria-labelledby="overseen">
            <h2 id="overseen">What colleagues wrote back</h2>
            {overseen.map((reply) => (
              <Sheet key={reply.id} as="article">
                <p><b>{reply.byName} to {reply.toName}</b> <span className="soft small"><When at={reply.at} /></span></p>
                <p className="reply-words">{reply.words}</p>
              </Sheet>
            ))}
            <Reads><b>You see these because there is no private channel.</b> You can read what a colleague wrote to a young person, and not the entry it answers. Both of them know.</Reads>
          </section>
        )}
      </div>
    </Shell>
  )
}
