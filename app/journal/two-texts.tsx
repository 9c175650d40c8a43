import { Form } from '@remix-run/react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import type { FoundEntry } from '#modules/journals/find-entry.server.ts'
import { Written } from './written.tsx'
import './journal.css'

/** Two texts of one entry, side by side: the writer says which it is, or keeps both. `reloadDocument`: the page begins anew with what was chosen. */
export function TwoTexts({ entry, beforeChoosing }: { entry: FoundEntry; beforeChoosing?: () => Promise<unknown> }) {
  const other = entry.others[0]
  if (!other) return null
  return (
    <Sheet tone="sunk" aria-labelledby="two-texts">
      <h2 id="two-texts">You wrote in two places</h2>
      <p>Both texts are here, whole. Choose which one this entry is from now on.</p>
      <div className="two-texts">
        <article aria-labelledby="text-this"><h3 id="text-this">The first text{entry.savedAt && <span className="soft small"> · <When at={entry.savedAt} /></span>}</h3><Written body={entry.body} /></article>
        <article aria-labelledby="text-other"><h3 id="text-other">The other text<span className="soft small"> · <When at={other.savedAt} /></span></h3><Written body={other.body} /></article>
      </div>
      <Form method="post" action={`/journal/${entry.entryId}/choice`} reloadDocument onSubmit={(event) => {
        // The last words of this page go first, so that what is chosen is whole.
        const { submitter } = event.nativeEvent as SubmitEvent
        const form = event.currentTarget
        if (!beforeChoosing || form.dataset.isReady) return
        event.preventDefault()
        form.dataset.isReady = 'yes'
        // Not before this submitting is over: until then the browser takes no second one.
        void beforeChoosing().then(() => setTimeout(() => form.requestSubmit(submitter)))
      }}>
        <input type="hidden" name="otherTextId" value={other.id} />
        <Bar>
          <Button name="keep" value="both">Keep both, one after the other</Button>
          <Button name="keep" value="this" kind="plain">Keep the first text</Button>
          <Button name="keep" value="other" kind="plain">Keep the other text</Button>
        </Bar>
      </Form>
    </Sheet>
  )
}
