const place = 'belay:here'

/** Who is signed in on this device, for the page that is kept on it and knows nobody: an id, and no name. Where the browser keeps nothing, nobody is. */
export function whoIsHere(): string | null {
  try { return localStorage.getItem(place) } catch { return null }
}

/** Said by every page as it is drawn. A page that is nobody's says that nobody is, but for the one that is kept. */
export function sayWhoIsHere(personId: string | null) {
  try {
    if (personId) localStorage.setItem(place, personId)
    else if (window.location.pathname !== '/worried/help') localStorage.removeItem(place)
  } catch {
    // No storage: then without a signal one can ring, and not write.
  }
}
