import type pg from 'pg'
import { z } from 'zod'

/** What a backup says of itself. Rows are in a file a table. */
export const Manifest = z.object({
  format: z.literal(1), madeAt: z.string(), isDemo: z.boolean(), masterKeyId: z.string(), salt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()), rows: z.number() })),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string().nullable() })),
})
export type Manifest = z.infer<typeof Manifest>
export type Table = Manifest['tables'][number]

export const fileOf = (table: { schema: string; name: string }) => `${table.schema}.${table.name}.rows`
export const quoted = (client: pg.Client, { schema, name }: { schema: string; name: string }) => `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`

/** The tables of Belay and of its job queue, each before those that refer to it. */
export async function tablesInOrder(client: pg.Client): Promise<Omit<Table, 'rows'>[]> {
  const { rows } = await client.query<Omit<Table, 'rows'>>(`
    SELECT n.nspname AS schema, c.relname AS name,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'jobs') AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '_prisma_migrations' ORDER BY 1, 2`)
  const { rows: references } = await client.query<{ from: string; to: string }>(`
    SELECT DISTINCT fn.nspname || '.' || f.relname AS from, tn.nspname || '.' || t.relname AS to FROM pg_constraint k
    JOIN pg_class f ON f.oid = k.conrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
    JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace WHERE k.contype = 'f' AND f.oid <> t.oid`)
  const nameOf = (table: { schema: string; name: string }) => `${table.schema}.${table.name}`
  const ordered: typeof rows = []
  let left = rows
  while (left.length) {
    const waiting = new Set(left.map(nameOf))
    const ready = left.filter((table) => !references.some(({ from, to }) => from === nameOf(table) && waiting.has(to)))
    if (!ready.length) throw new Error(`These tables refer to each other in a circle: ${[...waiting].join(', ')}`)
    ordered.push(...ready)
    left = left.filter((table) => !ready.includes(table))
  }
  return ordered
}

export const sequencesOf = async (client: pg.Client) => (await client.query<Manifest['sequences'][number]>(
  `SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname IN ('public', 'jobs')`)).rows

export const migrationsIn = async (client: pg.Client) => (await client.query<{ name: string }>(
  'SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY migration_name')).rows.map((row) => row.name)
