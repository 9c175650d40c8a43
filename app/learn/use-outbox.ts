import { useCallback, useEffect, useRef, useState } from 'react'
import { draftsUnder, draftsWork, dropDraft, keepDraft, type Draft } from '#app/drafts/drafts.ts'
import { post, type Parcel } from './post.ts'

export type OutboxState = { saved: 'saved' | 'saving' | 'offline' | 'unsaved' | null; isOnDevice: boolean; /** This person is not signed in here any more; or somebody else is. */ needsSignIn: false | 'signed-out' | 'somebody-else'; problem: string | null }
type Waiting = { key: string; parcel: Parcel }
type Answers = Record<string, { chosen: string[]; words: string }>

const tryAgainAfter = 10_000

/** Words somebody is in the middle of writing lie beside the parcels. */
const isParcel = (draft: Draft): draft is Draft<Parcel> => draft.value !== null && typeof draft.value === 'object' && 'to' in draft.value

/**
 * Sends things in the order they were done. Each lies on the device until the server has it, and is sent again when the signal is back,
 * when the page is opened again, or ten seconds later. What arrives twice is the same thing twice: the server knows it by its id.
 */
export function useOutbox(at: string, prefix: string, personId: string, isOn: boolean) {
  const [state, setState] = useState<OutboxState>({ saved: null, isOnDevice: false, needsSignIn: false, problem: null })
  const [waiting, setWaiting] = useState<Answers>({})
  const line = useRef<Waiting[]>([])
  const isBusy = useRef(false)

  const run = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    let ended: Partial<OutboxState> = { saved: 'saved', needsSignIn: false }
    for (let next = line.current[0]; next; next = line.current[0]) {
      setState((before) => ({ ...before, saved: 'saving' }))
      const outcome = await post(at, personId, next.parcel)
      if (outcome.is === 'lost') { ended = { saved: 'offline' }; break }
      if (outcome.is === 'signed-out' || outcome.is === 'somebody-else') { ended = { saved: 'unsaved', needsSignIn: outcome.is }; break }
      if (outcome.is === 'refused') setState((before) => ({ ...before, problem: outcome.message }))
      line.current = line.current.filter((one) => one !== next)
      if (draftsWork()) await dropDraft(personId, next.key).catch(() => undefined)
    }
    isBusy.current = false
    setState((before) => ({ ...before, ...ended }))
  }, [at, personId])

  const send = useCallback((name: string, parcel: Parcel) => {
    const key = `${prefix}/${name}`
    line.current = [...line.current.filter((one) => one.key !== key), { key, parcel }]
    // From now on, so that nobody takes what was saved before for this.
    setState((before) => ({ ...before, saved: 'saving', problem: null }))
    const kept = draftsWork() ? keepDraft(personId, key, parcel).then(() => true, () => false) : Promise.resolve(false)
    void kept.then((isOnDevice) => { setState((before) => ({ ...before, isOnDevice })); return run() })
  }, [prefix, personId, run])

  useEffect(() => {
    if (!isOn) return
    const again = () => { if (line.current.length > 0) void run() }
    const timer = setInterval(again, tryAgainAfter)
    addEventListener('online', again)
    if (draftsWork()) {
      void draftsUnder<unknown>(personId, `${prefix}/`).then((drafts) => {
        const parcels = drafts.filter(isParcel).reverse()
        const here = new Set(line.current.map((one) => one.key))
        line.current = [...parcels.filter((draft) => !here.has(draft.key)).map((draft) => ({ key: draft.key, parcel: draft.value })), ...line.current]
        setWaiting(Object.fromEntries(parcels.flatMap(({ value }) => answerIn(value))))
        again()
      }, () => undefined)
    }
    return () => { clearInterval(timer); removeEventListener('online', again) }
  }, [isOn, personId, prefix, run])

  return { state, send, waiting }
}

function answerIn({ to, fields }: Parcel): [string, { chosen: string[]; words: string }][] {
  const first = (name: string) => fields.find(([field]) => field === name)?.[1] ?? ''
  return to === 'answers' ? [[first('cardId'), { chosen: fields.filter(([field]) => field === 'chosen').map(([, value]) => value), words: first('words') }]] : []
}
