import { draftsWork, keepDraft, readDraft } from '#app/drafts/drafts.ts'

/** One sealed list on the device of where somebody said "not this time". Its name says nothing of what was written, and nothing goes to the server. */
export const notThisTimeKey = 'not-this-time'
const here = new Set<string>()

export async function wasNotThisTime(personId: string, place: string): Promise<boolean> {
  if (here.has(place)) return true
  if (!draftsWork()) return false
  const kept = await readDraft<string[]>(personId, notThisTimeKey).catch(() => null)
  return kept?.value.includes(place) ?? false
}

export async function notThisTime(personId: string, place: string): Promise<void> {
  here.add(place)
  if (!draftsWork()) return
  const before = await readDraft<string[]>(personId, notThisTimeKey).catch(() => null)
  // A device that cannot keep it asks again another day.
  await keepDraft(personId, notThisTimeKey, [...(before?.value ?? []), place].slice(-200)).catch(() => {})
}
