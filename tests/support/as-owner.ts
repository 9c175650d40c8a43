import { databaseUrl } from '#modules/db/clients.server.ts'
import { onServer } from './template.ts'

/** Does what no page does, in this file's database, as its administrator. */
export const asOwner = async (sql: string): Promise<void> => { await onServer(databaseUrl(), sql) }
