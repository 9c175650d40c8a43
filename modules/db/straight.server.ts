import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { Prisma } from '#prisma/generated/client.ts'
import { nameOf } from './statement-names.server.ts'

/** Where a question can be put to the connection of a transaction itself, in line with Prisma's own; refused when the transaction is over. */
export type Line = { ask?: (question: pg.QueryConfig) => Promise<pg.QueryResult> }

/** Carries the line from where a transaction is asked for to where its connection is known, past Prisma, which names it to nobody. */
export const lineOf = new AsyncLocalStorage<Line>()

/**
 * The same transaction, whose `$queryRaw` goes straight to the connection. Prisma takes four times as long over a question and its answer as the driver does, which
 * was a third of what a page asked of the processor. What comes back is of the same kinds: a test asks both. For those who only read, whose errors nobody reads.
 */
export function straight(tx: Prisma.TransactionClient, { ask }: Line): Prisma.TransactionClient {
  if (!ask) return tx
  const queryRaw = async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const { text, values: given } = Prisma.sql(strings, ...values)
    try {
      return (await ask({ name: nameOf({ sql: text }), text, values: given.map(asParameter), types })).rows as unknown[]
    } catch (error) {
      // Only what it says: the driver's own error carries rows and words with it.
      throw error instanceof pg.DatabaseError ? new Error(`${error.message} (${error.code ?? 'no code'})`) : error
    }
  }
  return new Proxy(tx, { get: (target, name) => (name === '$queryRaw' ? queryRaw : Reflect.get(target, name, target) as unknown) })
}

function asParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  return Array.isArray(value) ? value.map(asParameter) : value
}

type Reading = (text: string) => unknown
const asTheDriverDoes = pg.types.getTypeParser as unknown as (oid: number, format?: 'text') => Reading
const { builtins } = pg.types
const bytesOf = asTheDriverDoes(builtins.BYTEA, 'text') as (text: string) => Buffer
const listOf = asTheDriverDoes(1009, 'text') as (text: string) => (string | null)[]
const eachOf = (reading: Reading): Reading => (text) => listOf(text).map((one) => (one === null ? null : reading(one)))
const asDay: Reading = (text) => new Date(text)
const asMoment: Reading = (text) => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
const readings: Record<number, Reading> = {
  [builtins.BYTEA]: (text) => new Uint8Array(bytesOf(text)), [builtins.INT8]: BigInt, [builtins.NUMERIC]: (text) => new Prisma.Decimal(text), [builtins.DATE]: asDay, [builtins.TIMESTAMPTZ]: asMoment,
  // Lists of days, of moments and of whole numbers.
  1182: eachOf(asDay), 1185: eachOf(asMoment), 1016: eachOf(BigInt),
}
// Everything else the driver reads as Prisma does.
const types = { getTypeParser: (oid: number, format?: 'text') => readings[oid] ?? asTheDriverDoes(oid, format) } as unknown as pg.CustomTypesConfig
