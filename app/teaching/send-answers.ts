import { draftsUnder, draftsWork, dropDraft } from '#app/drafts/drafts.ts'
import { post, type Parcel } from '#app/learn/post.ts'
import { answersPlace } from './answer-given.ts'

/**
 * Sends, from whatever page somebody is on, what they answered in a room without a signal: by the time there is one they may be at home. What is
 * refused stays for the room's own page, which says so. Sent twice, from two pages at once, it is one answer.
 */
export async function sendAnswers(personId: string): Promise<'all-gone' | 'try-again'> {
  if (!draftsWork()) return 'all-gone'
  for (const { key, value } of (await draftsUnder<Parcel>(personId, `${answersPlace}/`)).reverse()) {
    const { is } = await post('/learn/now', personId, value)
    if (is === 'lost') return 'try-again'
    if (is === 'kept') await dropDraft(personId, key)
  }
  return 'all-gone'
}
