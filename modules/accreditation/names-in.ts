/** A word that may show who somebody is, and why it was pointed at. */
export type Found = { word: string; why: 'name' | 'place' | 'capital' | 'contact' }

/** Words that are written large and say nothing of anybody. */
const harmless = new Set(('I I’m I’ve I’ll I’d I\'m I\'ve I\'ll I\'d Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December '
  + 'English Maths Welsh OK Christmas Easter Eid Diwali Ramadan TV Level Year').split(' '))
const contact = /[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)@[\w.]{2,}|(?<!\d)(?:\+44|0)\d[\d ]{8,12}\d|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|https?:\/\/\S+/g
const word = /[\p{L}][\p{L}'’-]*/gu

/**
 * Looks for names of people, schools and places, and for ways to reach somebody. It only points: a person decides. What begins a sentence
 * is pointed at only when it is a name known here, because every sentence begins large.
 */
export function namesIn(text: string, known: { people: readonly string[]; places: readonly string[] }): Found[] {
  const people = new Set(known.people.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((part) => part.length > 1))
  const places = new Set(known.places.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((part) => part.length > 3 && !['academy', 'school', 'youth', 'club', 'college', 'delivery', 'site'].includes(part)))
  const found = new Map<string, Found['why']>()
  for (const [one] of text.matchAll(contact)) found.set(one.trim(), 'contact')
  for (const match of text.matchAll(word)) {
    const one = match[0].replace(/['’]s$/i, '')
    const small = one.toLowerCase()
    const isLarge = /^\p{Lu}/u.test(one)
    const beginsSentence = /(^|[.!?:…“"'‘(\n]|\n[-•]?)\s*$/u.test(text.slice(0, match.index))
    if (harmless.has(match[0]) || harmless.has(one)) continue
    if (people.has(small) && isLarge) found.set(one, 'name')
    else if (places.has(small)) found.set(one, 'place')
    else if (isLarge && !beginsSentence) found.set(one, 'capital')
  }
  return [...found].map(([name, why]) => ({ word: name, why }))
}
