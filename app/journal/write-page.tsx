import { Form, useLocation, useNavigate, useRevalidator } from '@remix-run/react'
import { Send, Trash2 } from 'lucide-react'
import { useEffect, useRef, type FormEvent } from 'react'
import { draftsWork } from '#app/drafts/drafts.ts'
import { WrittenBy } from '#app/drafts/written-by.tsx'
import { SavedLine } from '#app/editor/autosave/saved-line.tsx'
import { useAutosave } from '#app/editor/autosave/use-autosave.ts'
import { WordCount } from '#app/editor/word-count/word-count.tsx'
import { WritingField } from '#app/editor/writing-field.tsx'
import { useNews } from '#app/live/use-news.ts'
import { SuggestLater } from '#app/notice/suggest-later.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Spread } from '#app/ui/spread.tsx'
import { When } from '#app/ui/when.tsx'
import { worriedFrom } from '#modules/safeguarding/origin.ts'
import type { WritePageData } from './write-page.server.ts'
import { Shares } from './shares.tsx'
import { TwoTexts } from './two-texts.tsx'
import { WhoReads } from './who-reads.tsx'
import { staySignedOut } from './stay-signed-out.ts'
import './journal.css'

/** An entry, to be written. With no script it is a field and a form; with it nothing has to be pressed to be kept. */
export function WritePage({ entry, prompt, writingId, isPlain, personId }: WritePageData) {
  const { revalidate } = useRevalidator()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const form = useRef<HTMLFormElement>(null)
  const more = { promptId: entry.promptId ?? '', cardId: entry.cardId ?? '' }
  const { standing, version, broughtBack, words, write, body, flush } = useAutosave({
    personId, place: `journal/${entry.entryId}`, address: `/journal/${entry.entryId}/saves`, more, server: entry, onNeedsReading: revalidate,
  })
  useNews()
  const isSomebodyElse = standing.state === 'somebody-else'
  const isSignedOut = standing.state === 'signed-out' || isSomebodyElse
  useEffect(() => staySignedOut(isSignedOut), [isSignedOut])

  const leaveBy = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const then = ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.value
    void flush().then((isSaved) => {
      if (!isSaved) return
      if (then === 'share') navigate(`/journal/${entry.entryId}/share`)
      else navigate('/journal')
    })
  }

  return (
    <Shell back={{ to: '/journal', label: 'Journal' }} reading>
      <div className="journal-page">
        <PageTitle kicker={entry.startedAt ? <>Begun <When at={entry.startedAt} within /></> : 'A new entry'}><span id="writing-title">{prompt?.question ?? 'What is on your mind?'}</span></PageTitle>
        {prompt?.help && <p id="writing-help" className="journal-prompt-help">{prompt.help}</p>}

        {broughtBack && <Note tone="sun">This is what you wrote on this device, <When at={broughtBack} within />. Nothing is lost{standing.state === 'saved' ? ', and it is saved now.' : '.'}</Note>}
        {isSignedOut && (
          <Note tone="sun"><b>{isSomebodyElse ? 'Somebody else has signed in on this device.' : 'You have been signed out.'}</b> {draftsWork() ? 'What you wrote is kept on this device.' : 'What you wrote is still on this page. Copy it before you go on.'}{' '}
            {isSomebodyElse ? <>It comes back when you sign in here again. <a href="/">Leave this page</a></> : <a href={`/sign-in?next=${encodeURIComponent(`${pathname}${search}`)}`}>Sign in and come back here</a>}</Note>
        )}
        {entry.isBinned && <Note>This entry is in your bin. If you go on writing, it comes out again.</Note>}
        <TwoTexts entry={entry} beforeChoosing={flush} />

        <Form ref={form} method="post" action={`/journal/${entry.entryId}/text`} className="journal-page" onSubmit={leaveBy}>
          <WrittenBy />
          <input type="hidden" name="writingId" value={writingId} />
          <input type="hidden" name="revision" value={entry.revision} />
          <input type="hidden" name="promptId" value={more.promptId} />
          <input type="hidden" name="cardId" value={more.cardId} />
          <div className="editor">
            <WritingField body={body} version={version} isPlain={isPlain} labelledBy="writing-title" describedBy={prompt?.help ? 'writing-help' : undefined} onChange={write} onEarly={(text) => write({ kind: 'plain', text })} />
            <Spread><SavedLine standing={standing} /><WordCount text={words} /></Spread>
            <Problem message={standing.state === 'refused' ? standing.message : null} />
            <SuggestLater text={words} personId={personId} place={`journal/${entry.entryId}`} to={worriedFrom('journal_entry', entry.entryId)} />
          </div>
          <WhoReads entry={entry} />
          <Bar>
            <Button name="then" value="list">Done for now</Button>
            {entry.adults.length > 0 && <Button name="then" value="share" kind="plain"><Send aria-hidden="true" /> Share…</Button>}
          </Bar>
        </Form>

        <Shares entry={entry} />
        {entry.startedAt && !entry.isBinned && (
          <div className="journal-more"><ButtonLink to={`/journal/${entry.entryId}/bin`} kind="plain"><Trash2 aria-hidden="true" /> Put in the bin…</ButtonLink></div>
        )}
      </div>
    </Shell>
  )
}
