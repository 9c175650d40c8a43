/** The address of a unit, or of one of its cards. */
export function unitPath({ course, unit }: { course?: string; unit?: string }, search: Record<string, string> = {}): string {
  const query = new URLSearchParams(search).toString()
  return `/learn/${encodeURIComponent(course ?? '')}/${encodeURIComponent(unit ?? '')}${query ? `?${query}` : ''}`
}
