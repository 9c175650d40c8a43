import { isSame, type Body } from '#modules/journals/body.ts'
import { draftsUnder, draftsWork, dropDraft, type Draft } from '#app/drafts/drafts.ts'
import { oneIsLeft, openElsewhere } from '#app/drafts/open-elsewhere.ts'
import type { Save } from './keeper.ts'

/** What the server last said of this text. */
export type OnServer = { body: Body; revision: number; writingId: string | null; step: number }

/** How long a page that is just being left may hold its draft, in milliseconds. After that somebody is writing there. */
const leavingTakes = 5000

/**
 * The drafts of this text that lie on the device with no page open on them, newest first: what a closed tab, a dead battery or a dead server
 * left behind. What the server has after all is dropped.
 */
export async function leftBehind(personId: string, place: string, own: string, server: OnServer): Promise<Draft<Save>[]> {
  if (!draftsWork()) return []
  const patience = AbortSignal.timeout(leavingTakes)
  for (;;) {
    const drafts = (await draftsUnder<Save>(personId, `${place}/`)).filter(({ key }) => key !== own)
    const open = await openElsewhere()
    const free = drafts.filter(({ key }) => !open.has(key))
    const [there, missing] = [free.filter(({ value }) => isThere(value, server)), free.filter(({ value }) => !isThere(value, server))]
    await Promise.all(there.map(({ key }) => dropDraft(personId, key)))
    const held = drafts.filter(({ key }) => open.has(key)).map(({ key }) => key)
    if (missing.length > 0 || !(await oneIsLeft(held, patience))) return missing
  }
}

const isThere = (draft: Save, server: OnServer) =>
  isSame(draft.body, server.body) || (draft.writingId === server.writingId && draft.step <= server.step)
