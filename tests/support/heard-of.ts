import pg from 'pg'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { cast } from './a-case.ts'

/** Whose open pages hear of this while that happens, by their demo names. */
export async function heardOf(event: string, work: () => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    const heard: string[] = []
    client.on('notification', ({ payload }) => {
      const news = JSON.parse(payload!) as { to: string; event: string }
      if (news.event === event) heard.push(news.to)
    })
    await client.query('LISTEN belay')
    await work()
    // What was told before it is there by the time this has been answered.
    await client.query('SELECT 1')
    return Object.entries(cast.people).filter(([, { id }]) => heard.includes(`person:${id}`)).map(([name]) => name).sort()
  } finally {
    await client.end()
  }
}
