import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '#modules/db/new-id.ts'
import { plainOf, type Body } from '#modules/journals/body.ts'
import { draftsWork, dropDraft } from '#app/drafts/drafts.ts'
import { leftBehind, type OnServer } from './left-behind.ts'
import { makeKeeper, type Keeper, type Save, type Standing } from './keeper.ts'
import { sendTo } from './send-to.ts'

type Given = {
  personId: string
  place: string
  address: string
  /** Sent with every save: what the entry answers. */
  more: Record<string, string>
  server: OnServer & { savedAt: Date | null }
  /** There are two texts now, or the first words are saved: the page reads itself again. */
  onNeedsReading: () => void
}

/** Keeps a text while its page is open, and brings back what an earlier page left on the device. */
export function useAutosave({ personId, place, address, more, server, onNeedsReading }: Given) {
  const fresh = (): Save => ({ writingId: newId(), step: 0, revision: server.revision, body: server.body })
  const [standing, setStanding] = useState<Standing>(server.savedAt ? { state: 'saved', at: new Date(server.savedAt).getTime() } : { state: 'clean' })
  const [version, setVersion] = useState(0)
  const [broughtBack, setBroughtBack] = useState<Date | null>(null)
  const [words, setWords] = useState(() => plainOf(server.body))
  const needsReading = useRef(onNeedsReading)
  needsReading.current = onNeedsReading
  const hadTwo = useRef(false)
  const send = useRef(sendTo(address, personId, more))
  const kept = useRef<Keeper>()
  kept.current ??= makeKeeper({
    personId, place, start: fresh(), send: (save) => send.current(save),
    onStanding: (now) => {
      setStanding(now)
      if (now.state === 'two' && !hadTwo.current) needsReading.current()
      if (now.state === 'two' || now.state === 'saved') hadTwo.current = now.state === 'two'
    },
  })
  const keeper = kept.current

  const write = useCallback((body: Body) => { keeper.write(body); setWords(plainOf(body)) }, [keeper])
  const show = useCallback((body: Body) => { setWords(plainOf(body)); setVersion((before) => before + 1) }, [])

  useEffect(() => {
    let isGone = false
    keeper.open()
    void leftBehind(personId, place, keeper.key(), server).then(async (drafts) => {
      if (isGone) return
      // Somebody who is writing already is not interrupted: then even the newest goes to the server beside it, and both are kept.
      const newest = keeper.isIdle() ? drafts[0] : undefined
      if (newest) {
        keeper.takeUp(newest.value)
        show(newest.value.body)
        setBroughtBack(newest.keptAt)
      }
      for (const draft of drafts.filter((one) => one !== newest)) {
        const answer = await send.current(draft.value).catch(() => null)
        if (answer?.state === 'saved' || answer?.state === 'two') await dropDraft(personId, draft.key)
        if (answer?.state === 'two') needsReading.current()
      }
    }).catch(() => { /* The device's store does not open: there is nothing to bring back from it. */ })

    const onHide = () => keeper.leave()
    const onVisible = () => (document.visibilityState === 'hidden' ? keeper.leave() : keeper.again())
    const onAgain = () => keeper.again()
    const onUnload = (event: BeforeUnloadEvent) => { if (!draftsWork() && !keeper.isIdle()) event.preventDefault() }
    addEventListener('pagehide', onHide)
    addEventListener('online', onAgain)
    addEventListener('focus', onAgain)
    addEventListener('beforeunload', onUnload)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      isGone = true
      keeper.leave()
      keeper.close()
      removeEventListener('pagehide', onHide)
      removeEventListener('online', onAgain)
      removeEventListener('focus', onAgain)
      removeEventListener('beforeunload', onUnload)
      document.removeEventListener('visibilitychange', onVisible)
    }
    // The page is a new one (by its key) for another text; what the server says later is taken up below.
  }, [keeper])

  // Written further somewhere else, and nothing unsent here: the newer text is shown.
  useEffect(() => {
    if (server.revision <= keeper.revision() || !keeper.isIdle() || hadTwo.current) return
    keeper.beginAnew(fresh())
    show(server.body)
  }, [server.revision])

  return { standing, version, broughtBack, words, write, body: keeper.body, flush: keeper.flush }
}
