import { isSame, type Body } from '#modules/journals/body.ts'
import { draftsUnder, draftsWork, dropDraft, type Draft } from '#app/drafts/drafts.ts'
import { openElsewhere } from '#app/drafts/open-elsewhere.ts'
import type { Save } from './keeper.ts'

/** What the server last said of this text. */
export type OnServer = { body: Body; revision: number; writingId: string | null; step: number }

/**
 * The drafts of this text that lie on the device with no page open on them, newest first: what a closed tab, a dead battery or a dead server
 * left behind. What the server has after all is dropped. A page that is just being left may still hold its draft for a moment; it is asked again.
 */
export async function leftBehind(personId: string, place: string, own: string, server: OnServer): Promise<Draft<Save>[]> {
  if (!draftsWork()) return []
  for (let count = 0; ; count++) {
    const drafts = (await draftsUnder<Save>(personId, `${place}/`)).filter(({ key }) => key !== own)
    const open = await openElsewhere()
    const free = drafts.filter(({ key }) => !open.has(key))
    const [there, missing] = [free.filter(({ value }) => isThere(value, server)), free.filter(({ value }) => !isThere(value, server))]
    await Promise.all(there.map(({ key }) => dropDraft(personId, key)))
    if (missing.length > 0 || free.length === drafts.length || count === 4) return missing
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

const isThere = (draft: Save, server: OnServer) =>
  isSame(draft.body, server.body) || (draft.writingId === server.writingId && draft.step <= server.step)
