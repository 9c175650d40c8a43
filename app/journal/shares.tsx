import { Form } from '@remix-run/react'
import { Undo2 } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Spread } from '#app/ui/spread.tsx'
import { When } from '#app/ui/when.tsx'
import type { FoundEntry } from '#modules/journals/find-entry.server.ts'
import { sayNames } from './names.ts'
import './journal.css'

/** Whom an entry was shared with, whether they have read it, what they wrote back, and the way to take it back. */
export function Shares({ entry }: { entry: FoundEntry }) {
  if (entry.shares.length === 0) return null
  return (
    <section className="shares" aria-labelledby="shared">
      <h2 id="shared">Shared</h2>
      {entry.shares.map((share) => (
        <Sheet key={share.id} as="article" tone="dusk">
          <Spread>
            <div>
              <p><b>{share.takenBackAt ? `You took it back from ${share.withName}` : `With ${share.withName}`}</b></p>
              <p className="soft small">
                {share.takenBackAt ? <><When at={share.takenBackAt} />. {share.withName} cannot read it any more.</>
                  : <>Shared <When at={share.sharedAt} within />. {share.openedAt ? <>{share.withName} read it, <When at={share.openedAt} within />.</> : `${share.withName} has not opened it yet.`}</>}
              </p>
            </div>
            {!share.takenBackAt && (
              <Form method="post" action={`/journal/${entry.entryId}/taking-back`}>
                <input type="hidden" name="shareId" value={share.id} />
                <Button kind="plain"><Undo2 aria-hidden="true" /> Take back<span className="visually-hidden"> from {share.withName}</span></Button>
              </Form>
            )}
          </Spread>
          {share.replies.map((reply) => (
            <blockquote key={reply.id} className="reply">
              <p className="reply-words">{reply.words}</p>
              <footer className="soft small">{reply.byName}, <When at={reply.at} within />{share.replyReadBy.length > 0 && <>. {sayNames(share.replyReadBy)} can read this reply too.</>}</footer>
            </blockquote>
          ))}
        </Sheet>
      ))}
    </section>
  )
}
