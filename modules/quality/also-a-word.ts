/** First names that are also words an assessor would write: written small they are the word. Better one too few in this list than a name left standing. */
const words = new Set(('will may mark grace hope faith joy art rich dawn summer autumn april june august sky river star angel king prince major miles chase sunny happy precious blessing gift favour patience mercy '
  + 'prudence destiny honour true noble page lane love kind bright swift sharp wise young long short day best good little an so do he to on in my you no see go she her me we us at is as am be by if it of or up').split(' '))

export const isAlsoAWord = (name: string): boolean => words.has(name)
