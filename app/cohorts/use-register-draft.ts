import { useSubmit } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import type { Mark } from '#prisma/generated/enums.ts'
import { draftsUnder, draftsWork, dropDraft, keepDraft } from '#app/drafts/drafts.ts'
import { isAnsweringNow } from '#app/live/is-answering-now.ts'
import { useFrame } from '#app/ui/frame.ts'
import type { SavedState } from '#app/ui/saved.tsx'

/** A mark that the server does not have yet, and what stood there when it was made. */
export type KeptMark = { personId: string; mark: Mark; was: Mark | '' }
type Person = { id: string; mark: Mark | null }
type Standing = 'as-saved' | 'writing' | 'kept' | 'not-kept' | 'sending' | 'waiting'

const words: Record<Standing, string | null> = {
  'as-saved': null, writing: 'Not saved yet.', kept: 'Not saved yet. Kept on this device.', 'not-kept': 'Not saved yet, and this device cannot keep it. Save before you leave.',
  sending: 'Saving …', waiting: 'No signal. Kept on this device; it is saved by itself when you are back.',
}
const shown: Record<Standing, SavedState> = { 'as-saved': 'saved', writing: 'unsaved', kept: 'unsaved', 'not-kept': 'unsaved', sending: 'saving', waiting: 'offline' }

const tryAgainAfter = 10_000

/**
 * Keeps the marks of a register on the device from the touch to the save. A person's mark lies under a name of its own, so that two tabs keep
 * each theirs. What comes back is put in again where nothing has changed since; where a colleague was there meanwhile, the registrar chooses.
 */
export function useRegisterDraft(form: RefObject<HTMLFormElement>, sessionId: string, people: readonly Person[], isRefused: boolean) {
  const personId = useFrame()?.viewer?.id
  const submit = useSubmit()
  const [standing, setStanding] = useState<Standing>('as-saved')
  const [overtaken, setOvertaken] = useState<KeptMark[]>([])
  const keeping = useRef<Promise<unknown>>(Promise.resolve())
  const prefix = `register/${sessionId}/`

  useEffect(() => {
    if (!personId || !draftsWork()) return
    const leaving = new AbortController()
    void (async () => {
      const kept = (await draftsUnder<KeptMark>(personId, prefix)).map(({ value }) => value)
      const standsNow = new Map(people.map((person) => [person.id, person.mark ?? '']))
      const isDone = ({ personId: who, mark }: KeptMark) => standsNow.get(who) === undefined || standsNow.get(who) === mark
      for (const one of kept.filter(isDone)) await dropDraft(personId, `${prefix}${one.personId}`)
      if (leaving.signal.aborted) return
      const left = kept.filter((one) => !isDone(one))
      const back = left.filter((one) => standsNow.get(one.personId) === one.was)
      for (const one of back) radioOf(form.current, one)?.click()
      setOvertaken(left.filter((one) => !back.includes(one)))
      setStanding(back.length > 0 ? 'kept' : 'as-saved')
    })().catch(() => setStanding('not-kept'))
    return () => leaving.abort()
  }, [personId, prefix, people, form])

  // Refused: nothing was saved, and the page was not read again.
  useEffect(() => { if (isRefused) setStanding('kept') }, [isRefused])

  const keep = useCallback((one: KeptMark) => {
    setOvertaken((before) => before.filter((other) => other.personId !== one.personId))
    setStanding('writing')
    if (!personId || !draftsWork()) return setStanding('not-kept')
    const key = `${prefix}${one.personId}`
    keeping.current = (one.mark === one.was ? dropDraft(personId, key) : keepDraft(personId, key, one)).then(() => setStanding('kept'), () => setStanding('not-kept'))
  }, [personId, prefix])

  const send = useCallback(async () => {
    setStanding('sending')
    await keeping.current
    // To the router a lost connection is an error page; here it is an everyday thing, so it is asked for first.
    if (!(await isAnsweringNow())) return setStanding('waiting')
    if (form.current) submit(form.current)
  }, [form, submit])

  useEffect(() => {
    if (standing !== 'waiting') return
    const again = () => void send()
    const timer = setInterval(again, tryAgainAfter)
    addEventListener('online', again)
    return () => { clearInterval(timer); removeEventListener('online', again) }
  }, [standing, send])

  return {
    words: words[standing], state: shown[standing], isSending: standing === 'sending', overtaken,
    onChange: useCallback((event: FormEvent<HTMLFormElement>) => {
      const { name, value } = event.target as HTMLInputElement
      const who = /^mark\.(.+)$/.exec(name)?.[1]
      const was = form.current?.querySelector<HTMLInputElement>(`[name="was.${who ?? ''}"]`)?.value
      if (who && was !== undefined) keep({ personId: who, mark: value as Mark, was: was as Mark | '' })
    }, [form, keep]),
    onSubmit: useCallback((event: FormEvent<HTMLFormElement>) => { event.preventDefault(); void send() }, [send]),
    useMine: useCallback((one: KeptMark) => radioOf(form.current, one)?.click(), [form]),
    useTheirs: useCallback((one: KeptMark) => {
      setOvertaken((before) => before.filter((other) => other !== one))
      if (personId) void dropDraft(personId, `${prefix}${one.personId}`).catch(() => setStanding('not-kept'))
    }, [personId, prefix]),
  }
}

const radioOf = (form: HTMLFormElement | null, { personId, mark }: KeptMark) => form?.querySelector<HTMLInputElement>(`[name="mark.${personId}"][value="${mark}"]`)
