import { PrismaPg } from '@prisma/adapter-pg'

/**
 * Prisma asks for several relations of a row at once, also inside a transaction. A connection answers one question at a time: here they
 * wait for each other, because pg will soon refuse what it now only lines up itself.
 */
export class OneQuestionAtATime extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const begin = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (...given: Parameters<typeof begin>) => {
      const tx = await begin(...given)
      const [query, execute] = [tx.queryRaw.bind(tx), tx.executeRaw.bind(tx)]
      let last: Promise<unknown> = Promise.resolve()
      const inLine = <Result>(ask: () => Promise<Result>): Promise<Result> => {
        const mine = last.then(ask, ask)
        last = mine
        return mine
      }
      tx.queryRaw = (asked) => inLine(() => query(asked))
      tx.executeRaw = (asked) => inLine(() => execute(asked))
      return tx
    }
    return adapter
  }
}
