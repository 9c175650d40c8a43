import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { adultsToShareWith, namesOf } from './adults-to-share-with.server.ts'
import { noText } from './body.ts'
import { bodyFrom } from './parse-body.ts'
import { may } from './policy.ts'

/** An entry that is not begun yet has neither time. */
export type FoundEntry = Omit<Awaited<ReturnType<typeof findEntry>>, 'startedAt' | 'savedAt'> & { startedAt: Date | null; savedAt: Date | null }

/** An entry as its writer sees it: the text, another text if there is one, and whom it was shared with. */
export async function findEntry(viewer: Viewer, input: { entryId: string }) {
  const entryId = z.uuid().parse(input.entryId)
  authorize(may.write, viewer)
  return read(viewer, async (tx) => {
    const entry = await tx.journalEntry.findUnique({ where: { id: entryId }, include: {
      others: { where: { settledAt: null }, orderBy: { savedAt: 'asc' } },
      shares: { orderBy: { sharedAt: 'desc' }, include: { replies: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } } },
    } })
    if (!entry) throw new NotFound()
    const adults = await adultsToShareWith(tx, viewer)
    const replies = entry.shares.flatMap((share) => share.replies)
    const names = await namesOf(tx, [...entry.shares.map(({ withId }) => withId), ...replies.map(({ byId }) => byId)])
    const openEntry = await opener(tx, 'JournalEntry', [entryId])
    const openOther = await opener(tx, 'JournalOtherText', entry.others.map(({ id }) => id))
    const openReply = await opener(tx, 'JournalReply', replies.map(({ id }) => id))

    return {
      entryId, promptId: entry.promptId, cardId: entry.cardId, startedAt: entry.startedAt, savedAt: entry.savedAt,
      isBinned: entry.binnedAt !== null, revision: entry.revision, step: entry.step, writingId: entry.writingId, writingFrom: entry.writingFrom,
      body: bodyFrom(openEntry(entryId, 'body', entry.body)),
      others: entry.others.map((other) => ({ id: other.id, savedAt: other.savedAt, body: bodyFrom(openOther(other.id, 'body', other.body)) })),
      adults,
      shares: entry.shares.filter((share) => !share.takenBackAt || share.replies.length > 0).map((share) => ({
        id: share.id, withId: share.withId, withName: names.get(share.withId)!, sharedAt: share.sharedAt, openedAt: share.openedAt, takenBackAt: share.takenBackAt,
        isOlderThanText: share.sharedAt < entry.savedAt,
        replyReadBy: adults.find(({ id }) => id === share.withId)?.replyReadBy.map(({ name }) => name) ?? [],
        replies: share.replies.map(({ id, byId, at, body }) => ({ id, byName: names.get(byId)!, at, words: openReply(id, 'body', body) ?? '' })),
      })),
    }
  })
}

/** The same, or null where nothing of the viewer's has this id. */
export async function findEntryIfThere(viewer: Viewer, input: { entryId: string }): Promise<FoundEntry | null> {
  try {
    return await findEntry(viewer, input)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** A page for an entry that is not begun yet: its id is made by the page, so that a draft written offline keeps its place. */
export async function blankEntry(viewer: Viewer, { entryId, promptId, cardId }: { entryId: string; promptId: string | null; cardId: string | null }): Promise<FoundEntry> {
  authorize(may.write, viewer)
  return read(viewer, async (tx): Promise<FoundEntry> => ({
    entryId, promptId, cardId, startedAt: null, savedAt: null, isBinned: false, revision: 0, step: 0, writingId: null, writingFrom: 0,
    body: noText, others: [], shares: [], adults: await adultsToShareWith(tx, viewer),
  }))
}
