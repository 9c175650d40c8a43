const place = 'belay:here'

/** Who is signed in on this device: the name, as every page of theirs shows it, so that whoever writes without a signal knows in whose name it goes. */
export type Here = { id: string; name: string }

/** For the page that is kept on the device and knows nobody. Where the browser keeps nothing, nobody is. */
export function whoIsHere(): Here | null {
  try {
    const { id, name } = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Here>
    return id && name ? { id, name } : null
  } catch {
    return null
  }
}

/** Said by every page as it is drawn. A page that is nobody's says that nobody is, but for the one that is kept. */
export function sayWhoIsHere(here: Here | null) {
  try {
    if (here) localStorage.setItem(place, JSON.stringify({ id: here.id, name: here.name }))
    else if (window.location.pathname !== '/worried/help') localStorage.removeItem(place)
  } catch {
    // No storage: then without a signal one can ring, and not write.
  }
}
