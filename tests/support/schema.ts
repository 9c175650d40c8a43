import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const classes = ['public', 'internal', 'personal', 'sensitive', 'safeguarding', 'credential'] as const
export type Column = { table: string; name: string; type: string; comment: string; dataClass: string; isId: boolean }

const folder = 'prisma/schema'

/** Every table and column of the schema, with what its comment says, read from the schema itself: a new one is here by itself. */
export function readSchema(): { tables: string[]; columns: Column[]; tablesWithoutWords: string[] } {
  const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const tables = [...text.matchAll(/((?:^\/\/\/ .*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, words, name, body]) => ({ words: words!, name: name!, body: body! }))
  const known = new Set(tables.map((table) => table.name))
  const columns = tables.flatMap(({ name: table, body }) => {
    let comment = ''
    const found: Column[] = []
    for (const line of body.split('\n').map((one) => one.trim())) {
      if (line.startsWith('///')) comment = line.slice(3).trim()
      const [, name, type] = /^(\w+)\s+(\w+)(?:\[\])?\??/.exec(line) ?? []
      if (!name || !type || line.startsWith('///')) continue
      // A field whose type is another table is a line between tables, not a column.
      if (!known.has(type)) found.push({ table, name, type, comment, dataClass: comment.split(':')[0]!, isId: line.includes('@db.Uuid') })
      comment = ''
    }
    return found
  })
  return { tables: tables.map((table) => table.name), columns, tablesWithoutWords: tables.filter((table) => !table.words).map((table) => table.name) }
}
