/** The first of the names somebody goes by: no more of a name than this is ever public. */
export const firstName = (name: string): string => name.trim().split(/\s+/)[0]!.slice(0, 40)
