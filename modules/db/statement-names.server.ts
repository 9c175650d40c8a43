// A statement with a name is planned once a connection and not every time: half of what a page asked of the database was planning. Lists of
// every length make ever new statements, so that only the first thousand texts get one.
const names = new Map<string, string>()

export const nameOf = ({ sql }: { sql: string }): string => {
  if (!names.has(sql) && names.size < 1000) names.set(sql, `belay_${names.size}`)
  return names.get(sql) ?? ''
}
