const [second, minute] = [1000, 60_000]

/**
 * How long after each try of a letter or a webhook the next one comes. After the last it is given up, and stands on Today: some two hours in all, and whoever has
 * not answered by then has been called on the rungs above.
 */
export const triedAgainAfter: readonly number[] = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, 60 * minute]
