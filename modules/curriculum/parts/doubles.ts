/** What stands in a list more than once. */
export const doubles = (ids: readonly string[]): Set<string> => new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
