/** A figure as those hear it who see no rows: a number to the nearest 5, or null where it is fewer than 8 or hidden so that another is not given away. */
export type Figure = number | null

/** A figure in words. */
export const sayFigure = (figure: Figure): string => (figure === null ? 'fewer than 8' : `about ${figure}`)

/** A part of a whole in words: one that is not told may also be a larger one, hidden so that a small one is not given away. */
export const sayPart = (figure: Figure): string => (figure === null ? 'not told' : `about ${figure}`)

/** What a page says where such figures stand that are counted as things are now. */
export const howTotalsAreTold = 'You see totals, never people: to the nearest 5, and “fewer than 8” where it is less. A total stays as it was told until at least eight have come or gone, so that nobody can be recognised in it.'
