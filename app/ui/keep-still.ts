/** Watches for stillness: over once nothing has been touched for that many milliseconds, and then it stays over. */
export function keepStill(after: number, from: number) {
  let last = from
  let told = from
  let isOver = false
  return {
    isOver: (at: number) => (isOver ||= at - last >= after),
    /** Answers yes at most once in ten seconds: often enough to tell other tabs. */
    touched(at: number): boolean {
      if (isOver || at - last >= after) return false
      last = at
      if (at - told < 10_000) return false
      told = at
      return true
    },
  }
}
