import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { lineOf } from './straight.server.ts'

/**
 * Prisma asks for several relations of a row at once, also inside a transaction. A connection answers one question at a time: here they
 * wait for each other, because pg will soon refuse what it now only lines up itself. What goes straight to the connection waits in the same line.
 */
export class OneQuestionAtATime extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const begin = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (...given: Parameters<typeof begin>) => {
      const line = lineOf.getStore()
      const tx = await begin(...given)
      const [query, execute] = [tx.queryRaw.bind(tx), tx.executeRaw.bind(tx)]
      let last: Promise<unknown> = Promise.resolve()
      const inLine = <Result>(ask: () => Promise<Result>): Promise<Result> => {
        const mine = last.then(ask, ask)
        last = mine
        return mine
      }
      tx.queryRaw = (asked) => inLine(() => query(asked))
      let isOver = false
      tx.executeRaw = (asked) => {
        isOver ||= /^(COMMIT|ROLLBACK)$/i.test(asked.sql)
        return inLine(() => execute(asked))
      }
      const { client } = tx as unknown as { client: pg.PoolClient }
      // A connection that has gone back belongs to somebody else.
      if (line) line.ask = (question) => (isOver ? Promise.reject(new Error('This transaction is over.')) : inLine(() => client.query(question)))
      return tx
    }
    return adapter
  }
}
