import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { rootsFolder } from '../anchors/keep-roots-outside.server.ts'
import { writeOnce } from '../anchors/write-once.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { defineJob, type Job } from '../jobs/job.ts'
import { destroyedList } from './destroyed-list.ts'
import { listDestroyed } from './list-destroyed.ts'

/** Writes what was destroyed and is not there yet into a folder outside the database, a file each: ids and times, and nothing about anybody. A backup made before does not know of it. Gives back how many it wrote. */
export async function keepListOutside(folder = rootsFolder()): Promise<number> {
  await mkdir(folder, { recursive: true })
  const there = (await readdir(folder)).flatMap((name) => /^destroyed-([0-9a-f-]{36})\.json$/.exec(name)?.[1] ?? [])
  const rows = await asSystem('list what was destroyed', (tx) => tx.destruction.findMany({ where: { isDestroyed: true, id: { notIn: there } }, omit: { reason: true }, include: { items: { select: { subjectId: true, length: true } } } }))
  let written = 0
  for (const row of rows) if (await writeOnce(join(folder, `destroyed-${row.id}.json`), `${JSON.stringify(destroyedList.parse(JSON.parse(JSON.stringify(row))), null, 1)}\n`)) written += 1
  return written
}

/** As soon as it happened; and each hour, should that not have worked. */
export const keepingJobs: readonly Job[] = [defineJob({ ...listDestroyed, every: '11 * * * *', work: async () => { await keepListOutside() } })]
