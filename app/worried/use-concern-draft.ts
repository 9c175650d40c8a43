import { useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useState, type FormEvent, type RefObject } from 'react'
import { draftsUnder, draftsWork, dropDraft, keepDraft, readyToKeep } from '#app/drafts/drafts.ts'
import { holdOpen, oneIsLeft, openElsewhere } from '#app/drafts/open-elsewhere.ts'
import type { SavedState } from '#app/ui/saved.tsx'
import { sendConcern, type ConcernDraft } from './send-concern.ts'

type Given = { form: RefObject<HTMLFormElement>; personId: string | null; id: string; sentIds: readonly string[]; isAnswered: boolean; /** Whether what was left behind on this device is put into the form. */ isToComeBack?: boolean }
type Standing = 'empty' | 'kept' | 'not-kept' | 'sending' | 'waiting' | 'not-yours'

const words: Record<Standing, string | null> = {
  empty: null, kept: 'Kept on this device. No adult has it yet.', 'not-kept': 'This device cannot keep it. No adult has it yet.',
  sending: 'Sending. No adult has it yet.', waiting: 'No signal. Kept on this device: no adult has it yet. It goes by itself when you are back. If it cannot wait, ring or tell an adult.',
  'not-yours': 'Not sent: somebody else has signed in on this device. No adult has it yet. It is kept here, and goes by itself when you sign in again. If it cannot wait, ring or tell an adult.',
}
const shown: Record<Standing, SavedState> = { empty: 'unsaved', kept: 'unsaved', 'not-kept': 'unsaved', sending: 'saving', waiting: 'offline', 'not-yours': 'offline' }

/** Keeps a concern on the device while it is written, sends it, and goes on trying until the server has it. */
export function useConcernDraft({ form, personId, id, sentIds, isAnswered, isToComeBack = true }: Given) {
  const [standing, setStanding] = useState<Standing>('empty')
  const [restored, setRestored] = useState<(ConcernDraft & Record<string, string>) | null>(null)
  const navigate = useNavigate()
  const isKeeping = personId !== null
  const current = restored?.id ?? id

  const keep = useCallback(async (isToSend: boolean) => {
    const draft = readForm(form.current, isToSend)
    if (!draft || !personId) return draft
    try {
      if (!draftsWork()) throw new Error('no storage')
      await keepDraft(personId, `concern/${draft.id}`, draft)
      if (!isToSend) setStanding((before) => (before === 'sending' ? before : 'kept'))
    } catch {
      if (!isToSend) setStanding('not-kept')
    }
    return draft
  }, [form, personId])

  // What was left behind on this device comes back; what the server has by now goes.
  useEffect(() => {
    if (!personId || !draftsWork() || isAnswered || !isToComeBack) return
    const leaving = new AbortController()
    void (async () => {
      await readyToKeep(personId)
      for (;;) {
        const drafts = await draftsUnder<ConcernDraft & Record<string, string>>(personId, 'concern/')
        const held = await openElsewhere()
        for (const { key } of drafts.filter(({ value }) => sentIds.includes(value.id))) await dropDraft(personId, key)
        const unsent = drafts.filter(({ key, value }) => !sentIds.includes(value.id) && key !== `concern/${id}`)
        const left = unsent.find(({ key }) => !held.has(key))
        if (leaving.signal.aborted || form.current?.querySelector<HTMLTextAreaElement>('[name=what]')?.value) return
        if (left) { setRestored(left.value); setStanding('kept'); return }
        if (!(await oneIsLeft(unsent.map(({ key }) => key), leaving.signal))) return
      }
    })().catch(() => setStanding('not-kept'))
    return () => leaving.abort()
  }, [personId, isAnswered, isToComeBack, form, sentIds, id])
  useEffect(() => (personId ? holdOpen(`concern/${current}`) : undefined), [personId, current])

  const send = useCallback(async () => {
    setStanding('sending')
    const draft = await keep(true)
    if (!draft || !personId) return
    const outcome = await sendConcern(personId, draft)
    if (outcome.went === 'handed-on') {
      if (draftsWork()) await dropDraft(personId, `concern/${draft.id}`).catch(() => {})
      navigate(outcome.to, { replace: true })
    } else if (outcome.went === 'unsent') setStanding('waiting')
    else if (outcome.went === 'somebody-else') setStanding('not-yours')
    else {
      // The server has something to ask: let it ask, with everything that was typed in the form.
      await keep(false)
      form.current?.submit()
    }
  }, [form, keep, navigate, personId])

  useEffect(() => {
    if (standing !== 'waiting' && standing !== 'not-yours') return
    const again = () => void send()
    const timer = setInterval(again, 10_000)
    window.addEventListener('online', again)
    return () => { clearInterval(timer); window.removeEventListener('online', again) }
  }, [standing, send])

  return {
    restored, words: isKeeping ? words[standing] : null, state: shown[standing], isSending: standing === 'sending',
    onInput: useCallback(() => {
      if (isKeeping) void keep(false)
    }, [isKeeping, keep]),
    onSubmit: useCallback((event: FormEvent<HTMLFormElement>) => {
      if (!isKeeping) return
      event.preventDefault()
      void send()
    }, [isKeeping, send]),
  }
}

function readForm(form: HTMLFormElement | null, isToSend: boolean): (ConcernDraft & Record<string, unknown>) | null {
  if (!form) return null
  const said = new FormData(form)
  const text = (name: string) => { const value = said.get(name); return typeof value === 'string' ? value : undefined }
  return { id: text('id')!, who: text('who'), what: text('what'), danger: text('danger'), isAboutAdult: text('isAboutAdult'), isAboutMentoring: text('isAboutMentoring'), organisationId: text('organisationId'), from: text('from'), answerId: text('answerId'), aboutId: text('aboutId'), aboutName: text('aboutName'), isApart: text('isApart'), keptFrom: said.getAll('keptFrom').filter((personId) => typeof personId === 'string').join(','), isToSend }
}
