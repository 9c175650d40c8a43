import { useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { draftsUnder, draftsWork, dropDraft, keepDraft, readyToKeep } from '#app/drafts/drafts.ts'
import { holdOpen, oneIsLeft, openElsewhere } from '#app/drafts/open-elsewhere.ts'
import { asItGoes, concernKey, keepAnew, letGoOfHandedOn, saidIn, type ConcernDraft } from './concern-drafts.ts'
import { isStillTried, shown, words, type Standing } from './concern-standing.ts'
import { sendConcern } from './send-concern.ts'

type Given = { form: RefObject<HTMLFormElement>; personId: string | null; id: string; sentIds: readonly string[]; isAnswered: boolean; /** The only one that may come back on this page, if any may. Left out: whatever was left behind. */ onlyBack?: string | null }

/** Keeps a concern on the device while it is written, sends it, and goes on trying until the server has it. */
export function useConcernDraft({ form, personId, id: givenId, sentIds, isAnswered, onlyBack }: Given) {
  // The page may be read again while somebody writes; what they write stays the same one.
  const [drawnWith] = useState(givenId)
  const [standing, setStanding] = useState<Standing>('empty')
  const [restored, setRestored] = useState<(ConcernDraft & Record<string, string>) | null>(null)
  const [anew, setAnew] = useState<string | null>(null)
  const [isPressed, isSending, isGone, sent] = [useRef(false), useRef(false), useRef(false), useRef<string | undefined>(undefined)]
  const navigate = useNavigate()
  const isKeeping = personId !== null
  const id = anew ?? restored?.id ?? drawnWith

  const write = useCallback(async (draft: ConcernDraft): Promise<boolean> => {
    if (!personId || !draftsWork()) return false
    return keepDraft(personId, concernKey(draft.id), draft).then(() => true, () => false)
  }, [personId])
  const keep = useCallback(async () => {
    const draft = readForm(form.current)
    if (!draft || isGone.current) return
    // Once pressed it stays so, whatever is added while it waits: a page that dies now leaves something that goes by itself.
    const isKept = await write({ ...draft, isToSend: isPressed.current, sent: sent.current })
    if (!isPressed.current) setStanding(isKept ? 'kept' : 'not-kept')
  }, [form, write, isPressed, isGone, sent])

  // What was left behind on this device comes back; what the server has by now goes. What was handed on already goes by itself, and does not come back.
  useEffect(() => {
    if (!personId || !draftsWork() || isAnswered || onlyBack === null) return
    const leaving = new AbortController()
    void (async () => {
      await readyToKeep(personId)
      for (;;) {
        const held = await openElsewhere()
        const notThere = await letGoOfHandedOn(personId, await draftsUnder<ConcernDraft & Record<string, string>>(personId, concernKey('')), { sentIds, held })
        const unsent = notThere.filter(({ value }) => !value.isToSend && value.id !== drawnWith && (onlyBack === undefined || value.id === onlyBack))
        const left = unsent.find(({ key }) => !held.has(key))
        if (leaving.signal.aborted || isBegun(form.current)) return
        if (left) {
          sent.current = left.value.sent
          setRestored(left.value as ConcernDraft & Record<string, string>)
          return setStanding('kept')
        }
        if (!(await oneIsLeft(unsent.map(({ key }) => key), leaving.signal))) return
      }
    })().catch(() => setStanding('not-kept'))
    return () => leaving.abort()
  }, [personId, isAnswered, onlyBack, form, sentIds, drawnWith, sent])
  useEffect(() => (personId ? holdOpen(concernKey(id)) : undefined), [personId, id])

  const send = useCallback(async ({ isUnattended = false } = {}) => {
    const read = readForm(form.current)
    if (!read || !personId || isSending.current) return
    isSending.current = isPressed.current = true
    setStanding('sending')
    try {
      const draft = await asItGoes({ ...read, sent: sent.current })
      sent.current = draft.sent
      const isKept = await write(draft)
      if (draft.id !== read.id) {
        flushSync(() => setAnew(draft.id))
        if (isKept) await dropDraft(personId, concernKey(read.id))
      }
      const outcome = await sendConcern(personId, draft, { isUnattended })
      if (outcome.went === 'handed-on') {
        // What was written while it went is not in it.
        isGone.current = true
        const now = readForm(form.current)
        if (draftsWork() && now && saidIn(now) !== draft.sent) await keepAnew(personId, now).catch(() => {})
        if (draftsWork()) await dropDraft(personId, concernKey(draft.id)).catch(() => {})
        navigate(outcome.to, { replace: true })
      } else if (outcome.went === 'at-the-door') window.location.assign(outcome.to)
      else if (outcome.went === 'asked') {
        // The server has something to ask: let it ask, with everything that was typed in the form.
        isPressed.current = false
        await keep()
        form.current?.submit()
      } else setStanding(!isKept ? 'only-here' : outcome.went === 'somebody-else' ? 'not-yours' : outcome.went === 'signed-out' ? 'signed-out' : 'waiting')
    } finally {
      isSending.current = false
    }
  }, [form, write, keep, navigate, personId, isPressed, isSending, isGone, sent])

  useEffect(() => {
    if (!isStillTried(standing)) return
    const again = () => void send({ isUnattended: true })
    const timer = setInterval(again, 10_000)
    window.addEventListener('online', again)
    return () => { clearInterval(timer); window.removeEventListener('online', again) }
  }, [standing, send])

  return {
    id, restored, words: isKeeping ? words[standing] : null, state: shown[standing], isSending: standing === 'sending',
    onInput: useCallback(() => {
      if (isKeeping) void keep()
    }, [isKeeping, keep]),
    onSubmit: useCallback((event: FormEvent<HTMLFormElement>) => {
      if (!isKeeping) return
      event.preventDefault()
      void send()
    }, [isKeeping, send]),
  }
}

const isBegun = (form: HTMLFormElement | null) => [...(form?.querySelectorAll<HTMLTextAreaElement>('[name=who], [name=what]') ?? [])].some(({ value }) => value)

function readForm(form: HTMLFormElement | null): ConcernDraft | null {
  if (!form) return null
  const said = new FormData(form)
  const text = (name: string) => { const value = said.get(name); return typeof value === 'string' ? value : undefined }
  return { id: text('id')!, who: text('who'), what: text('what'), danger: text('danger'), isAboutAdult: text('isAboutAdult'), isAboutMentoring: text('isAboutMentoring'), organisationId: text('organisationId'), from: text('from'), answerId: text('answerId'), aboutId: text('aboutId'), aboutName: text('aboutName'), isApart: text('isApart'), ofThatName: text('ofThatName'), keptFrom: said.getAll('keptFrom').filter((personId) => typeof personId === 'string').join(','), isToSend: false }
}
