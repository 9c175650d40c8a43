import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { databaseUrl } from '#modules/db/clients.server.ts'

/** A copy of the course's texts, which a test may change. */
export function aCourseToChange() {
  const folder = mkdtempSync(join(tmpdir(), 'belay-versions-'))
  cpSync('curriculum', join(folder, 'curriculum'), { recursive: true })
  const place = (file: string) => join(folder, 'curriculum', file)
  return {
    read: (file: string) => readFileSync(place(file), 'utf8'),
    write: (file: string, text: string) => writeFileSync(place(file), text),
    /** A unit that is given up for good: its text goes, its ids are retired. Who names it elsewhere is the test's to say. */
    retire(unitId: string, file: string) {
      const outline = join(file, '../course.yaml')
      writeFileSync(place(outline), readFileSync(place(outline), 'utf8').replace(new RegExp(` +- \\{ id: ${unitId},[^\\n]*\\n`), ''))
      writeFileSync(place('ids.txt'), readFileSync(place('ids.txt'), 'utf8').split('\n').map((line) => (line === unitId || line.startsWith(`${unitId}/`) ? `${line} retired` : line)).join('\n'))
      rmSync(place(file))
    },
    remove: () => rmSync(folder, { recursive: true }),
    /** Belay started again with these texts, as after a new version of it was put in: its modules are read anew, on the same database. */
    async startedAgain<Modules, Result>(load: () => Promise<Modules>, work: (modules: Modules) => Promise<Result>): Promise<Result> {
      const url = databaseUrl()
      const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder)
      vi.resetModules()
      const { useDatabase, closeClients } = await import('#modules/db/clients.server.ts')
      useDatabase(url)
      try {
        return await work(await load())
      } finally {
        await closeClients()
        cwd.mockRestore()
      }
    },
  }
}
