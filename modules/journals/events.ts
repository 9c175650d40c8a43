/** News of a journal. Each carries ids alone; whoever hears it reads again and is asked again. */
export const journalNews = {
  /** To the adult: something was shared with you. */
  shared: 'journal:shared',
  /** To the adult: it was taken back. */
  takenBack: 'journal:taken-back',
  /** To the writer: the adult has opened it. */
  opened: 'journal:opened',
  /** To the writer, and to those who can read the reply. */
  replied: 'journal:replied',
  /** To the writer's own pages: there are two texts, or one was chosen. */
  texts: 'journal:texts',
} as const
