/** Does the same with each, one after another. What is wrong with one holds up no other; at the end it is said all the same, so that the job is seen not to have worked. */
export async function eachAlone<One>(all: Iterable<One>, work: (one: One) => Promise<unknown>): Promise<void> {
  const wrong: unknown[] = []
  for (const one of all) await work(one).catch((error: unknown) => wrong.push(typeof one === 'string' ? new Error(one, { cause: error }) : error))
  if (wrong.length) throw new AggregateError(wrong, `${wrong.length} of them could not be done; the others are.`)
}
