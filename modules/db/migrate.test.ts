import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { copyTemplate } from '#tests/support/template.ts'
import { inject } from 'vitest'
import pg from 'pg'
import { migrate } from './migrate.server.ts'
import { placeOf } from './roles.server.ts'

let url: string
const asOwner = async (sql: string) => {
  const owner = new pg.Client(placeOf(url, 'owner'))
  await owner.connect()
  try { return await owner.query(sql) } finally { await owner.end() }
}
beforeAll(async () => { url = await copyTemplate(inject('databaseServer'), `migrate_${crypto.randomUUID()}`) })

test('everything is applied: nothing is done', async () => {
  expect(await migrate(url)).toEqual([])
})

test('one that was begun and never ended is not passed over: the engine says so', async () => {
  const last = readdirSync('prisma/migrations').sort().filter((name) => /^\d/.test(name)).at(-1)!
  await asOwner(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${last}'`)
  await expect(migrate(url)).rejects.toThrow(last)
})
