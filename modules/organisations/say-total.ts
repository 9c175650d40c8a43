/** A suppressed total in words. */
export const sayTotal = (total: number | null): string => (total === null ? 'fewer than 8' : String(total))
