import { useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { newId } from '#modules/db/new-id.ts'
import { draftsUnder, draftsWork, keepDraft, readyToKeep } from '#app/drafts/drafts.ts'
import { inTime } from '#app/drafts/in-time.ts'
import { holdOpen, oneIsLeft, openElsewhere } from '#app/drafts/open-elsewhere.ts'
import { concernKey, letGoOf, wordingOf, type ConcernDraft, type NotGone } from './concern-drafts.ts'
import { isStillTried, shown, words, type Standing } from './concern-standing.ts'
import { sendConcern } from './send-concern.ts'

type Given = { form: RefObject<HTMLFormElement>; personId: string | null; id: string; sentIds: readonly string[]; isAnswered: boolean; /** The only one that may come back on this page, if any may. Left out: whatever was left behind. */ onlyBack?: string | null }

/** How long sending waits for the device to keep the words first, and how long after the last key it is tried again, in milliseconds. */
const [deviceHas, again] = [1000, 10_000]

/** Keeps a concern on the device while it is written, sends it, and goes on trying until the server has it. */
export function useConcernDraft({ form, personId, id: givenId, sentIds, isAnswered, onlyBack }: Given) {
  // The page may be read again while somebody writes; what they write stays the same one.
  const [drawnWith] = useState(givenId)
  const [standing, setStanding] = useState<Standing>('empty')
  const [restored, setRestored] = useState<(ConcernDraft & Record<string, string>) | null>(null)
  const [anew, setAnew] = useState<string | null>(null)
  const [isPressed, isSending, isGone] = [useRef(false), useRef(false), useRef(false)]
  /** The wording that went out under this id; the ids it had before and may still lie under; and what it waits for, if it was pressed and does not go. */
  const [sent, before, notGone] = [useRef<string | undefined>(undefined), useRef<string[]>([]), useRef<NotGone | undefined>(isAnswered ? 'asked' : undefined)]
  const navigate = useNavigate()
  const isKeeping = personId !== null
  const id = anew ?? restored?.id ?? drawnWith

  const asItStands = useCallback((): ConcernDraft | null => {
    const draft = readForm(form.current)
    if (!draft || isGone.current) return null
    // What is written on after it went out could be taken for what arrived, and be lost: it goes on as one of its own.
    if (sent.current !== undefined && sent.current !== wordingOf(draft)) {
      before.current = [...before.current, draft.id]
      sent.current = undefined
      draft.id = newId()
      flushSync(() => setAnew(draft.id))
    }
    // Once pressed it stays so, whatever is added while it waits: a page that dies now leaves something that goes by itself. Not so while there is something in it to answer.
    const isToSend = isPressed.current && form.current!.matches(':valid')
    return { ...draft, isToSend, notGone: isToSend ? undefined : notGone.current }
  }, [form, isGone, isPressed, sent, before, notGone])
  const keep = useCallback(async (draft: ConcernDraft): Promise<boolean> => {
    if (!personId || !draftsWork()) return false
    const earlier = before.current
    const isBlank = !draft.who?.trim() && !draft.what?.trim()
    const kept = (isBlank ? letGoOf(personId, [draft.id]) : keepDraft(personId, concernKey(draft.id), draft)).then(() => letGoOf(personId, earlier).then(() => { before.current = before.current.filter((id) => !earlier.includes(id)) }, () => {}))
    return inTime(kept, deviceHas).catch(() => false)
  }, [personId, before])

  // What was left behind on this device comes back; what the server has by now goes. What was handed on already goes by itself, and does not come back.
  useEffect(() => {
    if (!personId || !draftsWork() || isAnswered || onlyBack === null) return
    const leaving = new AbortController()
    void (async () => {
      await readyToKeep(personId)
      for (;;) {
        const held = await openElsewhere()
        const kept = await draftsUnder<ConcernDraft>(personId, concernKey(''))
        await letGoOf(personId, kept.map(({ value }) => value.id).filter((id) => sentIds.includes(id)))
        const unsent = kept.filter(({ value }) => !sentIds.includes(value.id) && !value.isToSend && value.id !== drawnWith && (onlyBack === undefined || value.id === onlyBack))
        const left = unsent.find(({ key }) => !held.has(key))
        if (leaving.signal.aborted || isBegun(form.current)) return
        if (left) {
          notGone.current = left.value.notGone
          sent.current = left.value.notGone === 'asked' ? wordingOf(left.value) : undefined
          setRestored(left.value as ConcernDraft & Record<string, string>)
          return setStanding('kept')
        }
        if (!(await oneIsLeft(unsent.map(({ key }) => key), leaving.signal))) return
      }
    })().catch(() => setStanding('not-kept'))
    return () => leaving.abort()
  }, [personId, isAnswered, onlyBack, form, sentIds, drawnWith, sent, notGone])
  useEffect(() => (personId ? holdOpen(concernKey(id)) : undefined), [personId, id])

  const send = useCallback(async () => {
    if (!personId || isSending.current) return
    isPressed.current = true
    notGone.current = 'asked'
    const draft = asItStands()
    if (!draft) return
    isSending.current = true
    sent.current = wordingOf(draft)
    setStanding('sending')
    try {
      const isKept = await keep(draft)
      const outcome = await sendConcern(personId, draft)
      if (outcome.went === 'handed-on') {
        isPressed.current = false
        notGone.current = 'rest'
        const rest = asItStands()
        if (rest && rest.id !== draft.id && !(await keep(rest))) return setStanding('not-kept')
        isGone.current = true
        if (draftsWork()) await inTime(letGoOf(personId, [draft.id]), deviceHas).catch(() => false)
        navigate(outcome.to, { replace: true })
      } else if (outcome.went === 'at-the-door') window.location.assign(outcome.to)
      else if (outcome.went === 'asked') {
        // The server has something to ask: let it ask, with everything that was typed in the form.
        isPressed.current = false
        const asked = asItStands()
        setStanding(asked && (await keep(asked)) ? 'kept' : 'not-kept')
        form.current?.submit()
      } else setStanding(!isKept ? 'only-here' : outcome.went === 'somebody-else' ? 'not-yours' : outcome.went === 'signed-out' ? 'signed-out' : 'waiting')
    } finally {
      isSending.current = false
    }
  }, [form, asItStands, keep, navigate, personId, isPressed, isSending, isGone, sent, notGone])

  useEffect(() => {
    const element = form.current
    if (!isStillTried(standing) || !element) return
    const tryAgain = () => { if (element.matches(':valid')) void send() }
    let timer = setInterval(tryAgain, again)
    const startAnew = () => { clearInterval(timer); timer = setInterval(tryAgain, again) }
    element.addEventListener('input', startAnew)
    window.addEventListener('online', tryAgain)
    return () => { clearInterval(timer); element.removeEventListener('input', startAnew); window.removeEventListener('online', tryAgain) }
  }, [form, standing, send])

  return {
    id, restored, words: isKeeping ? words[standing] : null, state: shown[standing], isSending: standing === 'sending',
    onInput: useCallback(() => {
      const draft = isKeeping ? asItStands() : null
      if (draft) void keep(draft).then((isKept) => setStanding((was) => (was === 'sending' ? was : !draft.isToSend ? (isKept ? 'kept' : 'not-kept') : !isKept ? 'only-here' : isStillTried(was) ? was : 'waiting')))
    }, [isKeeping, asItStands, keep]),
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
