/** How many files are opened at once. Each may need a few hundred megabytes for a moment; the others wait their turn. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

/** Does this when it is its turn. */
export async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
