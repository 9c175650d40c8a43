import type { Body } from '#modules/journals/body.ts'
import { isSame } from '#modules/journals/body.ts'
import { draftsWork, dropDraft, keepDraft, readyToKeep } from '#app/drafts/drafts.ts'
import { holdOpen } from '#app/drafts/open-elsewhere.ts'

/** One save: which writing, which of its saves, from which revision, and the words. Also what a draft on the device holds. */
export type Save = { writingId: string; step: number; revision: number; body: Body }

export type Answer =
  | { state: 'saved' | 'two'; revision: number }
  | { state: 'signed-out' | 'somebody-else' | 'unreachable' }
  | { state: 'refused'; message: string }

/** How it stands with the words: all on the server, on their way, on this device only, nowhere but on this page, … */
export type Standing =
  | { state: 'clean' | 'saving' | 'device' | 'unkept' | 'signed-out' | 'somebody-else' | 'two' }
  | { state: 'saved'; at: number }
  | { state: 'refused'; message: string }

type Given = {
  personId: string
  /** Where drafts of this text lie: `journal/<entryId>`. Each writing has its own below it, so that two tabs never write over each other. */
  place: string
  start: Save
  send: (save: Save) => Promise<Answer>
  onStanding: (standing: Standing) => void
}

/** Milliseconds between saves to the server while somebody types. */
export const saveEvery = 2000
const waits = [2000, 4000, 8000, 15_000]

export type Keeper = ReturnType<typeof makeKeeper>

/**
 * Keeps what somebody writes: on the device at once with every change, on the server every two seconds and when they leave. A draft goes from
 * the device only when the server has those very words. Knows nothing of pages: it is told of changes and tells how it stands.
 */
export function makeKeeper({ personId, place, start, send, onStanding }: Given) {
  let { writingId, step, revision, body } = start
  let version = 0
  let sentVersion = 0
  let ackedVersion = 0
  let isStepSent = true
  let onTheWay = 0
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let letGo = () => {}
  const onDevice: { keeping: Promise<void> | null; version: number } = { keeping: null, version: 0 }

  const key = () => `${place}/${writingId}`
  const isDirty = () => version > ackedVersion
  const say = (standing: Standing) => { if (!isStopped) onStanding(standing) }

  /** One at a time and always the newest: no timer, so that a page that dies has at most the last instant still to write. Ends when all is kept. */
  function keepHere(): Promise<void> {
    if (!draftsWork()) return Promise.resolve()
    onDevice.keeping ??= keepNewest().finally(() => { onDevice.keeping = null }).then(() => (isDirty() ? undefined : dropDraft(personId, key()).catch(() => {})))
    return onDevice.keeping
  }

  async function keepNewest() {
    try {
      let keeping: number
      do {
        keeping = version
        await keepDraft(personId, key(), { writingId, step, revision, body } satisfies Save)
        onDevice.version = keeping
      } while (keeping < version)
    } catch {
      // Storage is full or closed to us: then the words are on this page alone until the server has them, and `lost` says so.
      onDevice.version = -1
    }
  }

  const lost = (): Standing => ({ state: onDevice.version >= version ? 'device' : 'unkept' })

  const sendAfter = (ms: number) => { timer ??= setTimeout(() => { timer = undefined; if (isDirty() && onTheWay === 0) void post() }, ms) }

  async function post(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const sent = (sentVersion = version)
    isStepSent = true
    onTheWay++
    say({ state: 'saving' })
    const answer = await send({ writingId, step, revision, body }).catch((): Answer => ({ state: 'unreachable' }))
    onTheWay--
    if (answer.state === 'saved' || answer.state === 'two') {
      tries = 0
      ackedVersion = Math.max(ackedVersion, sent)
      // A second text goes on from where it began: its base stays, so that its later words land in the same place.
      if (answer.state === 'saved') revision = Math.max(revision, answer.revision)
      if (isDirty()) return sendAfter(saveEvery)
      if (draftsWork()) await dropDraft(personId, key()).catch(() => {})
      if (isDirty()) return
      return say(answer.state === 'two' ? { state: 'two' } : { state: 'saved', at: Date.now() })
    }
    if (answer.state === 'refused') return say(answer)
    await keepHere()
    if (answer.state === 'signed-out' || answer.state === 'somebody-else') return say({ state: answer.state })
    say(lost())
    if (!isStopped) sendAfter(waits[Math.min(tries++, waits.length - 1)]!)
  }

  return {
    write(changed: Body) {
      if (isSame(changed, body)) return
      body = changed
      version++
      if (isStepSent) { step++; isStepSent = false }
      void keepHere()
      if (onTheWay === 0 && tries === 0) say({ state: 'saving' })
      sendAfter(saveEvery)
    },
    /** Now, not in two seconds. Says whether the server has everything. */
    flush: async (): Promise<boolean> => {
      if (isDirty()) { void keepHere(); await post() }
      return !isDirty()
    },
    /** Try again: there is a signal, or somebody may have signed in. */
    again() { tries = 0; if (isDirty() && onTheWay === 0) void post() },
    /** The page is going, or may be: what is not sent goes out now, even beside a save on its way. */
    leave() {
      if (!isDirty()) return
      void keepHere()
      if (version > sentVersion || onTheWay === 0) void post()
    },
    /** Goes on from a draft that was left behind, as the same writing. */
    takeUp(draft: Save) {
      ({ writingId, step, revision, body } = draft)
      isStepSent = false
      version++
      letGo()
      letGo = holdOpen(key())
      sendAfter(0)
    },
    /** The server has a newer text and here is nothing unsent: begin from that one. */
    beginAnew(save: Save) {
      ({ writingId, step, revision, body } = save)
      isStepSent = true
      ackedVersion = sentVersion = ++version
      letGo()
      letGo = holdOpen(key())
      say({ state: 'clean' })
    },
    body: () => body,
    revision: () => revision,
    isIdle: () => !isDirty() && onTheWay === 0,
    key,
    /** The device's key is found or made before the first word, not after it: a page closed in that instant would have kept nothing. */
    open() {
      isStopped = false
      letGo()
      letGo = holdOpen(key())
      if (draftsWork()) readyToKeep(personId).catch(() => { /* The store does not open: `lost` says so when there is something to lose. */ })
    },
    close() { isStopped = true; clearTimeout(timer); timer = undefined; letGo() },
  }
}
