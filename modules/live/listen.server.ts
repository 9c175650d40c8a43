import type pg from 'pg'
import { z } from 'zod'
import { connectionAs } from '../db/clients.server.ts'
import { log } from '../log.server.ts'

const News = z.object({ to: z.string(), event: z.string(), ids: z.record(z.string(), z.string()) })
export type News = z.infer<typeof News>

/**
 * Hears what `tell` says, in this process. When the connection to the database breaks it comes back by itself, and says so:
 * what was missed is not replayed, so pages must read themselves again.
 */
export function listen(onNews: (news: News) => void, onReturn: () => void) {
  let connection: pg.Client | undefined
  let isStopped = false

  const connect = async (isReturn: boolean): Promise<void> => {
    const client = (connection = connectionAs('system'))
    let isLost = false
    const lost = () => {
      if (isLost || isStopped) return
      isLost = true
      setTimeout(() => void connect(true), 500)
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => {
      const news = News.safeParse(JSON.parse(payload ?? 'null'))
      if (news.success) onNews(news.data)
      else log.error({ issues: news.error.issues.length }, 'news of an unknown shape')
    })
    try {
      await client.connect()
      await client.query('LISTEN belay')
      if (isReturn) onReturn()
    } catch {
      lost()
    }
  }

  const ready = connect(false)
  return { ready, stop: async () => { isStopped = true; await connection?.end().catch(() => {}) } }
}
