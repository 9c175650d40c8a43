import { asSystem } from '../db/as-system.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { settings } from '../settings.server.ts'
import { rootLetter } from './root-letter.ts'

/** Makes the day's root over the heads of every chronology, chained to the day before. Once a day, whoever comes first; the letter with it goes in the same transaction. Gives back the day, or nothing where it was done. */
export const anchorHeads = (): Promise<string | null> => asSystem('anchor the heads of every chronology', async (tx) => {
  const [row] = await tx.$queryRaw<{ day: string | null }[]>`SELECT app.anchor_heads()::text AS day`
  const day = row!.day
  if (day && settings().ROOTS_MAIL) await enqueue(tx, rootLetter, { day })
  return day
})
