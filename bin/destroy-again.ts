import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { destroyedList } from '#modules/keeping/destroyed-list.ts'

/** Does again to what came back from a backup what was destroyed after it was made, by the lists kept outside. Gives back how many records went, and the destructions that could not be done. */
export async function destroyAgain(client: pg.Client, folders: readonly string[]): Promise<{ lists: number; gone: number; left: string[] }> {
  const files = folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder).filter((name) => /^destroyed-[0-9a-f-]{36}\.json$/.test(name)).map((name) => join(folder, name)))
  const lists = new Map(files.map((file) => { const list = destroyedList.parse(JSON.parse(readFileSync(file, 'utf8'))); return [list.id, list] as const }))
  let gone = 0
  const left: string[] = []
  for (const list of lists.values()) {
    const { rows: [row] } = await client.query<{ gone: number | null }>('SELECT app.destroy_again($1::jsonb) AS gone', [JSON.stringify(list)])
    if (row!.gone === null) left.push(list.id)
    else gone += row!.gone
  }
  return { lists: lists.size, gone, left }
}
