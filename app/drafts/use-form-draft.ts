import { useNavigation, useSubmit } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { newId } from '#modules/db/new-id.ts'
import { useFrame } from '#app/ui/frame.ts'
import type { SavedState } from '#app/ui/saved.tsx'
import { draftsWork, dropDraft, keepDraft, readyToKeep } from './drafts.ts'
import { formDrafts, underForm, type FormDraft } from './form-drafts.ts'
import { inTime } from './in-time.ts'
import { isAnsweringNow } from '#app/live/is-answering-now.ts'
import { holdOpen, oneIsLeft, openElsewhere } from './open-elsewhere.ts'
import { isBlank, isSame, putBack, putBackLate, saidIn, type Said } from './said-in.ts'

type Standing = 'as-read' | 'writing' | 'kept' | 'not-kept' | 'sending' | 'waiting'

const words: Record<Standing, string | null> = {
  'as-read': null, writing: 'Not sent yet.', kept: 'Not sent yet. Kept on this device.', 'not-kept': 'Not sent yet, and this device cannot keep it. Send it before you leave.',
  sending: 'Sending …', waiting: 'No signal, so it was not sent. It is kept on this device. Press again when you are back.',
}
const shown: Record<Standing, SavedState> = { 'as-read': 'saved', writing: 'unsaved', kept: 'unsaved', 'not-kept': 'unsaved', sending: 'saving', waiting: 'offline' }

/** How long sending waits for the device to keep the words first, in milliseconds: one whose storage is stuck still has a connection. */
const deviceHas = 1000

/** Keeps what somebody writes in a plain form on the device until the server has it, and brings back what was left behind. */
export function useFormDraft(form: RefObject<HTMLFormElement>, about: string, givenId: string) {
  const personId = useFrame()?.viewer?.id
  // The page may be read again while somebody writes; the deed they are writing stays the same one.
  const [id, setId] = useState(givenId)
  const drawnWith = useRef(givenId)
  const [standing, setStanding] = useState<Standing>('as-read')
  const [isBack, setIsBack] = useState(false)
  const [sent, known] = [useRef<Said | null>(null), useRef<Said>([])]
  const [isTouched, isPuttingBack, isSending, latest] = [useRef(false), useRef(false), useRef(false), useRef(0)]
  const submit = useSubmit()
  const isGoing = useNavigation().formData?.get('id') === id
  const prefix = underForm(about)

  useEffect(() => {
    if (!personId || !draftsWork()) return
    const leaving = new AbortController()
    void (async () => {
      await readyToKeep(personId)
      for (;;) {
        const left = await formDrafts(personId, about)
        const held = await openElsewhere()
        if (leaving.signal.aborted || isTouched.current || !form.current) return
        // This very deed comes first: refused, or looked through, the form is drawn anew, and somebody may have written on meanwhile.
        const mine = left.find(({ value }) => value.id === drawnWith.current)
        const one = mine ?? left.find(({ key }) => !held.has(key))
        if (one) {
          isPuttingBack.current = true
          putBack(form.current, one.value.said)
          isPuttingBack.current = false
          sent.current = one.value.sent
          known.current = one.value.said
          setId(one.value.id)
          setStanding('kept')
          return setIsBack(!mine)
        }
        if (!(await oneIsLeft(left.map(({ key }) => key), leaving.signal))) return
      }
    })().catch(() => setStanding('not-kept'))
    return () => leaving.abort()
  }, [personId, about, form])
  useEffect(() => {
    const late = new MutationObserver((changes) => { if (form.current) putBackLate(form.current, changes.flatMap(({ addedNodes }) => [...addedNodes]), known.current) })
    if (form.current) late.observe(form.current, { childList: true, subtree: true })
    return () => late.disconnect()
  }, [form, known])
  useEffect(() => (personId ? holdOpen(`${prefix}${id}`) : undefined), [personId, prefix, id])

  const keep = useCallback(async (key: string) => {
    if (!form.current) return
    if (!personId || !draftsWork()) return setStanding('not-kept')
    const mine = ++latest.current
    known.current = saidIn(form.current, known.current)
    const draft: FormDraft = { id: key, said: known.current, sent: sent.current }
    try {
      await (isBlank(form.current) ? dropDraft(personId, `${prefix}${key}`) : keepDraft(personId, `${prefix}${key}`, draft))
      if (mine === latest.current) setStanding((before) => (before === 'sending' ? before : 'kept'))
    } catch {
      setStanding('not-kept')
    }
  }, [form, personId, prefix, sent, known, latest])

  const send = useCallback(async () => {
    if (isSending.current || !form.current) return
    isSending.current = true
    setStanding('sending')
    let isThere = false
    try {
      let key = id
      const said = saidIn(form.current, known.current)
      // Sent before, and written on since: what went may have arrived, or arrive yet, and these words would be taken for it and lost.
      if (sent.current && !isSame(sent.current, said)) {
        key = newId()
        flushSync(() => setId(key))
      }
      sent.current = said
      const isKept = await inTime(keep(key).then(() => (key !== id && personId ? dropDraft(personId, `${prefix}${id}`) : undefined)), deviceHas).catch(() => false)
      if (!isKept) setStanding('not-kept')
      // To the router a lost connection is an error page; here it is an everyday thing, so it is asked for first.
      isThere = await isAnsweringNow()
      if (isThere) submit(form.current)
    } finally {
      isSending.current = false
      setStanding((before) => (before === 'not-kept' ? before : !isThere ? 'waiting' : before === 'sending' ? 'kept' : before))
    }
  }, [form, personId, prefix, id, keep, sent, known, isSending, submit])

  const now = isGoing ? 'sending' : standing
  return {
    id, isBack, words: words[now], state: shown[now],
    onInput: useCallback(() => {
      if (isPuttingBack.current) return
      isTouched.current = true
      setStanding('writing')
      void keep(id)
    }, [keep, id, isTouched, isPuttingBack]),
    onSubmit: useCallback((event: FormEvent<HTMLFormElement>) => { event.preventDefault(); void send() }, [send]),
    startAgain: useCallback(() => {
      if (personId) void dropDraft(personId, `${prefix}${id}`).catch(() => setStanding('not-kept'))
      form.current?.reset()
      sent.current = null
      known.current = []
      setId(newId())
      setStanding('as-read')
      setIsBack(false)
    }, [form, personId, prefix, id, sent, known]),
  }
}
