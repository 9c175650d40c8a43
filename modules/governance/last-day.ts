/** The last day of a time that ends before this one begins. */
export const lastDay = (until: string): string => new Date(Date.parse(until) - 86_400_000).toISOString().slice(0, 10)

/** The day on which a time is over that has this one as its last. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
