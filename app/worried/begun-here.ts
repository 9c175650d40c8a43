const place = 'belay:begun'

/** What was begun on the kept page, by a mark that only this tab has: after a reload, Back or a tab that was killed it comes back there, and in no other tab of a device that others use. */
export function begunHere(personId: string): string | null {
  try {
    const [writer, id] = (sessionStorage.getItem(place) ?? '').split(' ')
    return writer === personId && id ? id : null
  } catch {
    return null
  }
}

export function sayBegunHere(personId: string, id: string) {
  try { sessionStorage.setItem(place, `${personId} ${id}`) } catch { /* No storage: it comes back in their own form only. */ }
}
